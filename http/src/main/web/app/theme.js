// @ts-check
/** Light or dark, as the reader chose: set before anything is painted (the page's entry blocks rendering until it ran). */

import { device } from "../offline/device.js";

const KEY = "hackhub.theme";

/** @typedef {"system" | "light" | "dark"} Theme */

/** @type {readonly Theme[]} */
export const THEMES = ["system", "light", "dark"];

/** @returns {Theme} */
export function theme() {
  const kept = device.get(KEY);
  return THEMES.find((it) => it === kept) ?? "system";
}

/** @param {Theme} to */
export function chooseTheme(to) {
  if (to === "system") device.remove(KEY);
  else device.set(KEY, to);
  apply();
}

function apply() {
  const chosen = theme();
  const root = document.documentElement;
  if (chosen === "system") delete root.dataset.theme;
  else root.dataset.theme = chosen;
  // The browser's own frame follows: of the two colours that the page names, the one that fits.
  for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
    const own = meta.getAttribute("data-scheme") ?? (meta.getAttribute("media")?.includes("dark") ? "dark" : "light");
    meta.setAttribute("data-scheme", own);
    meta.setAttribute("media", chosen === "system" ? `(prefers-color-scheme: ${own})` : chosen === own ? "all" : "not all");
  }
}

apply();
// Another tab chose.
window.addEventListener("storage", ({ key }) => key === KEY && apply());
