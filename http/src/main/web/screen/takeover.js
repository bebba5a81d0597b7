// @ts-check
/** @import { Update } from "../api/types.js" */

/** How long something urgent has the whole screen. */
export const TAKEOVER_MS = 90_000;

/**
 * What has the whole screen at a moment: the newest urgent announcement, for a while.
 * @param {Pick<Update, "id" | "priority" | "publishedAt">[]} list newest first @param {number} now by the server's clock
 */
export function takeoverOf(list, now) {
  const urgent = list.find(({ priority }) => priority === "URGENT");
  const age = now - Date.parse(urgent?.publishedAt ?? "");
  return urgent && age > -5000 && age < TAKEOVER_MS ? urgent : null;
}
