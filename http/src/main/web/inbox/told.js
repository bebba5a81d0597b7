// @ts-check
import { roleName } from "../hackathons/status.js";
import { text } from "./text.js";

/** @typedef {Exclude<keyof typeof text.told, "heldMore" | "mention" | "mentionTeam" | "tokenReusedMore">} Named */

/**
 * How the server words each kind, around a name: that name is all that varies. What it words otherwise is shown as it came.
 * @type {Record<string, [RegExp, Named]>}
 */
const WORDED = {
  "registration.promoted": [/^You have a place in (.+)$/s, "promoted"],
  "hackathon.started": [/^(.+) is on$/s, "started"],
  "hackathon.judging": [/^(.+) is yours to judge$/s, "judging"],
  "hackathon.completed": [/^The results of (.+) are out$/s, "completed"],
  "hackathon.cancelled": [/^(.+) is cancelled$/s, "cancelled"],
  "hackathon.held": [/^(.+) waits for its first team$/s, "held"],
  "staff.changed": [/^You work for (.+)$/s, "staff"],
  "staff.removed": [/^You do not work for (.+) any more$/s, "noStaff"],
  "team.invitation": [/^You are invited to join the team (.+)$/s, "invitation"],
  "team.removed": [/^You are no longer on the team (.+)$/s, "removed"],
  "team.leader": [/^You now lead the team (.+)$/s, "leader"],
  "team.mentor": [/^The team (.+) invited you as its mentor$/s, "mentor"],
  "account.token-reused": [/^(A sign-in of yours was ended)$/, "tokenReused"],
};

/** What was told, in the reader's language. @param {{kind: string, title: string, body?: string}} data @returns {{title: string, body?: string}} */
export function toldOf({ kind, title, body }) {
  if (kind === "mention") return { title: /your team's/.test(title) ? text.told.mentionTeam : text.told.mention, body };
  const worded = WORDED[kind];
  const name = worded?.[0].exec(title)?.[1];
  if (name === undefined) return { title, body };
  return { title: text.told[worded[1]](name), body: bodyOf(kind, body) };
}

/** @param {string} kind @param {string} [body] */
function bodyOf(kind, body) {
  if (kind === "hackathon.held") return text.told.heldMore;
  if (kind === "account.token-reused") return text.told.tokenReusedMore;
  if (kind === "staff.changed") return body?.split(", ").map((role) => roleName(/** @type {any} */ (role))).join(", ");
  return body;
}
