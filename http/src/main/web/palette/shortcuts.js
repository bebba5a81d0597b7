// @ts-check
import { navigate } from "../app/router.js";
import { actOnNewest, toastProblem } from "../design/toast.js";
import { isTyping, meaningOf, SEQUENCE_MS } from "./keys.js";

/** How this machine's people write the key that opens the palette. */
export const shortcutOfPalette = /mac|iphone|ipad/i.test(navigator.userAgent) ? "⌘K" : "Ctrl K";

/** How they write the key that takes back what was just done. */
export const shortcutOfUndo = shortcutOfPalette.replace("K", "Z");

export const openPalette = () => void import("./palette.js").then(({ show }) => show(), toastProblem);
export const openHelp = () => void import("./help.js").then(({ show }) => show(), toastProblem);

const PAGES = { front: "/", hackathons: "/hackathons", me: "/me", inbox: "/inbox", settings: "/me/settings" };

let gAt = 0;

/** @returns {() => void} how to stop */
export function startShortcuts() {
  addEventListener("keydown", onKey);
  return () => removeEventListener("keydown", onKey);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.defaultPrevented || event.isComposing) return;
  const meaning = meaningOf(event, { typing: isTyping(event.target), afterG: Date.now() - gAt < SEQUENCE_MS });
  gAt = meaning === "g" ? Date.now() : 0;
  if (meaning === null || meaning === "g") return;
  if (meaning !== "palette" && document.querySelector("dialog[open]")) return;
  if (meaning === "undo") return void (actOnNewest() && event.preventDefault());
  event.preventDefault();
  if (meaning === "palette") openPalette();
  else if (meaning === "help") openHelp();
  else if (meaning === "search") search();
  else if (meaning === "team") void import("../me/teams-of-mine.js").then(({ myTeams }) => navigate(myTeams.value[0] ? `/teams/${myTeams.value[0].id}` : "/me"), toastProblem);
  else navigate(PAGES[meaning]);
}

/** The search of the page, if it has one, else the one that jumps. */
function search() {
  const field = /** @type {HTMLInputElement | null} */ (document.querySelector('main input[type="search"]'));
  if (!field) return openPalette();
  field.focus();
  field.select();
}
