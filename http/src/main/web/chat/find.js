// @ts-check
/** @import { Happening, Message } from "./messages.js" */
import { folded } from "../i18n/folded.js";

/** What was folded, by message; made anew when its text changed. @type {WeakMap<Message, {text: string, folded: string}>} */
const known = new WeakMap();

/** The messages with these words in them, or by somebody of that name; the newest first. @param {(Message | Happening)[]} items @param {string} query @returns {Message[]} */
export function find(items, query) {
  const wanted = folded(query.trim());
  if (!wanted) return [];
  return /** @type {Message[]} */ (items.filter((it) => "author" in it && it.text !== null && foldedOf(it, it.text).includes(wanted))).reverse();
}

/** @param {Message} message @param {string} text */
function foldedOf(message, text) {
  const held = known.get(message);
  if (held?.text === text) return held.folded;
  const now = folded(`${message.author.fullName}\n${text}`);
  known.set(message, { text, folded: now });
  return now;
}
