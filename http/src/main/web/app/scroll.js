// @ts-check
/** Where each visited page was scrolled to: going back is going back to the line that one read. */

import { tab } from "../offline/device.js";

const KEY = "hackhub.scroll";

/** @type {Record<string, number>} */
const places = JSON.parse(tab.get(KEY) ?? "{}");

/** The name of this entry of the history. */
const entry = () => String(history.state?.entry ?? "first");

const fresh = () => ({ entry: `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}` });

/** A state for a new entry, after that which is left here. */
export function newEntry() {
  places[entry()] = scrollY;
  return fresh();
}

export function startScroll() {
  history.scrollRestoration = "manual";
  // A page that is loaded anew has a place of its own, not that of the one loaded before it in this tab.
  if (!history.state?.entry) history.replaceState({ ...history.state, ...fresh() }, "");
  addEventListener("scroll", () => (places[entry()] = scrollY), { passive: true });
  addEventListener("pagehide", () => tab.set(KEY, JSON.stringify(Object.fromEntries(Object.entries(places).slice(-50)))));
  for (const act of ["wheel", "touchstart", "keydown", "pointerdown"]) addEventListener(act, letGo, { passive: true });
  restoreScroll();
}

/** Back to where one was. */
export function restoreScroll() {
  hold(places[entry()] ?? 0);
}

/** A new page begins at its top. */
export function toTop() {
  hold(0);
}

/** What was on the page comes bit by bit: until the reader does something the page is as long as it has to be to be read there. @param {number} y */
function hold(y) {
  const { style } = document.documentElement;
  style.minHeight = y > 0 ? `calc(${y}px + 100lvh)` : "";
  style.setProperty("overflow-anchor", y > 0 ? "none" : "");
  scrollTo(0, y);
}

function letGo() {
  const { style } = document.documentElement;
  style.minHeight = "";
  style.setProperty("overflow-anchor", "");
}
