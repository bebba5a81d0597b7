// @ts-check
/** @import { Happening, Message } from "./messages.js" */
import { dayName } from "../design/time.js";

/** Messages of one person this close together stand under one name. */
const TOGETHER_MS = 5 * 60_000;

/**
 * @typedef {{type: "day", key: string, text: string}
 *   | {type: "unread", key: string}
 *   | {type: "happening", key: string, item: Happening}
 *   | {type: "message", key: string, item: Message, starts: boolean}} Row
 */

/**
 * Messages as they stand on the page: by day, by author, with a line where the unread ones begin.
 * @param {(Message | Happening)[]} items @param {number} readBefore @param {string} me
 * @returns {Row[]}
 */
export function arranged(items, readBefore, me) {
  /** @type {Row[]} */
  const rows = [];
  let day = "";
  let lined = readBefore === 0;
  /** @type {Message | null} */
  let before = null;
  for (const item of items) {
    const today = new Date(item.at).toDateString();
    if (today !== day) {
      day = today;
      before = null;
      rows.push({ type: "day", key: `day-${today}`, text: dayName(item.at) });
    }
    if (!lined && item.seq > readBefore && "author" in item && item.author.id !== me) {
      lined = true;
      before = null;
      rows.push({ type: "unread", key: "unread" });
    }
    if (!("author" in item)) {
      before = null;
      rows.push({ type: "happening", key: `h-${item.seq}`, item });
      continue;
    }
    rows.push({ type: "message", key: item.id, item, starts: !together(before, item) });
    before = item;
  }
  return rows;
}

/** @param {Message | null} before @param {Message} message */
function together(before, message) {
  return (
    before !== null &&
    before.author.id === message.author.id &&
    !message.replyTo &&
    Date.parse(message.at) - Date.parse(before.at) < TOGETHER_MS
  );
}
