// @ts-check
/** What a closed connection means: the table of close codes. */

/** @typedef {"resume" | "refresh" | "shrink" | "terminal"} Verdict */

const TERMINAL = new Map([
  [4400, "This page and the server do not understand each other. Reload the page."],
  [4403, "The server does not let this page or account connect."],
  [4426, "This page is older than the server. Reload the page."],
  [4429, "The server has stopped listening to us for sending too much."],
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
