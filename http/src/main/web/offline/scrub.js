// @ts-check
/** @import { LogEvent } from "../live/types.js" */

/**
 * A log as it may be kept: what was deleted, and what people wrote whose account is gone, without its text, as the server
 * sends it from then on.
 * @param {LogEvent[]} events @returns {LogEvent[]}
 */
export function scrubbed(events) {
  const deleted = new Set(events.filter(({ kind }) => kind === "message.deleted").map(({ data }) => data.messageId));
  const erased = new Set(events.filter(({ kind }) => kind === "user.erased").map(({ data }) => data.userId));
  if (deleted.size === 0 && erased.size === 0) return events;
  for (const { kind, data } of events) if (kind === "message.posted" && erased.has(data.author?.id)) deleted.add(data.messageId);
  return events.map((event) => without(event, deleted, erased));
}

/** @param {LogEvent} event @param {Set<string>} deleted @param {Set<string>} erased @returns {LogEvent} */
function without(event, deleted, erased) {
  const { kind, data } = event;
  if (!deleted.has(data?.messageId) || (kind !== "message.posted" && kind !== "message.edited")) return event;
  const { attachments, ...rest } = data;
  if (rest.mentions) rest.mentions = [];
  if (erased.has(rest.author?.id)) rest.author = { id: rest.author.id, username: "deleted", fullName: "Deleted user" };
  return { ...event, data: { ...rest, text: null, deleted: true } };
}
