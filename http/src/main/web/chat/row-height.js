// @ts-check
/** @import { Row } from "./arrange.js" */

const LINE_PX = 23;
const LETTERS = 90;

/** How high a row will be, before it has been in the page. @param {Row} row */
export function heightGuess(row) {
  if (row.type !== "message") return 44;
  const words = row.item.text ?? "";
  const lines = words.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS)), 0);
  return lines * LINE_PX + (row.starts ? 36 : 4) + (row.item.replyTo ? 22 : 0) + (row.item.reactions.size > 0 ? 34 : 0);
}
