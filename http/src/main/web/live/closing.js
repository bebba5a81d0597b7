// @ts-check
import { text } from "./text.js";

/** What a closed connection means: the table of close codes. */

/** @typedef {"resume" | "refresh" | "shrink" | "terminal"} Verdict */

const TERMINAL = new Map([
  [4400, text.malformed],
  [4403, text.forbidden],
  [4426, text.tooOld],
  [4429, text.tooMuch],
]);

/** @param {number} code @returns {Verdict} */
export function verdict(code) {
  if (code === 4401) return "refresh";
  if (code === 1009) return "shrink";
  return TERMINAL.has(code) ? "terminal" : "resume";
}

/** @param {number} code */
export function explanation(code) {
  return TERMINAL.get(code) ?? "";
}
