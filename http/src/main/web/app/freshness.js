// @ts-check
import { Store } from "../live/store.js";

/** How old what is shown is, where it came from this device; `newer`: and the server answers again. @type {Store<{from: number | null, newer: boolean}>} */
export const age = new Store(/** @type {{from: number | null, newer: boolean}} */ ({ from: null, newer: false }));

/** Counts how often what is shown has to be made anew. */
export const renewal = new Store(0);

/** What this page shows from memory, and when it was answered. @type {Map<string, number>} */
const old = new Map();
/** What somebody has typed into, on this page. @type {Set<HTMLInputElement>} */
const typed = new Set();
let arrivedAt = Date.now();

/** Told by those who answer. */
export const shown = {
  /** What the page itself was told is no older than what it shows already. @param {string} question @param {number} at @param {number} askedAt */
  old(question, at, askedAt) {
    if (at >= arrivedAt || askedAt < arrivedAt) return;
    old.set(question, at);
    tell();
  },
  /** @param {string} question */
  fresh(question) {
    if (old.delete(question)) tell();
  },
};

/** Another page, with nothing old on it yet. */
export function arrive() {
  arrivedAt = Date.now();
  old.clear();
  typed.clear();
  tell();
}

/** The server can be reached again. Whoever is writing decides when their page is made anew. */
export function renew() {
  if (old.size === 0) return;
  if (writes()) age.set({ ...age.value, newer: true });
  else renewNow();
}

export function renewNow() {
  arrive();
  renewal.set(renewal.value + 1);
}

function tell() {
  const from = old.size > 0 ? Math.min(...old.values()) : null;
  if (from !== age.value.from) age.set({ from, newer: from !== null && age.value.newer });
}

function writes() {
  for (const field of typed) if (!field.isConnected) typed.delete(field);
  return (document.activeElement?.matches("input, textarea, select") ?? false) || [...typed].some(({ value }) => value !== "");
}

addEventListener("input", ({ target }) => {
  if (target instanceof HTMLElement && target.matches("input, textarea, select")) typed.add(/** @type {HTMLInputElement} */ (target));
});
