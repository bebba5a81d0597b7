// @ts-check
/** @import { State } from "../live/types.js" */

/** A moment's hiccup is nobody's business. */
const WORTH_SAYING_MS = 1500;
const BACK_SHOWN_MS = 3000;

/**
 * How things stand between this page and the server, in the order of what matters most.
 * @typedef {"ended" | "closed" | "offline" | "waiting" | "connecting" | "newer" | "owed" | "sending" | "back" | "fine"} Standing
 *
 * @typedef {object} Facts
 * @property {boolean} online       what the browser says of the network
 * @property {boolean} ended        the server has ended the session
 * @property {State["phase"]} phase of the live connection
 * @property {number} brokenFor     milliseconds without a connection that should be one; 0 = it is one
 * @property {number} sendingFor    milliseconds since the oldest command that waits for its answer; 0 = none
 * @property {number} backFor       milliseconds since it came back from what was worth saying; Infinity = it did not
 * @property {boolean} [owed]       somebody signed out here, and the server has not heard of it
 * @property {boolean} newer        what is shown is older than what the server told
 */

/** @param {Facts} facts @returns {Standing} */
export function standingOf({ online, ended, phase, brokenFor, sendingFor, backFor, owed, newer }) {
  if (ended) return "ended";
  if (phase === "closed") return "closed";
  if (!online) return "offline";
  if (brokenFor >= WORTH_SAYING_MS) return phase === "waiting" ? "waiting" : "connecting";
  if (newer) return "newer";
  if (owed) return "owed";
  if (sendingFor >= WORTH_SAYING_MS) return "sending";
  return backFor < BACK_SHOWN_MS ? "back" : "fine";
}
