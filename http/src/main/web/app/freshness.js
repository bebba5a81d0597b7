// @ts-check
import { Store } from "../live/store.js";

/** How old what is shown is, where it came from this device; `newer`: and the server has told more since. @type {Store<{from: number | null, newer: boolean}>} */
export const age = new Store(/** @type {{from: number | null, newer: boolean}} */ ({ from: null, newer: false }));

/** Counts how often what is shown has to be made anew. */
export const renewal = new Store(0);

/** Something is shown that was answered then. @param {number} at @param {Promise<any>} [newer] */
export function shownFromMemory(at, newer) {
  age.set({ from: Math.min(at, age.value.from ?? at), newer: false });
  newer?.then(renew, () => {});
}

/** The server answers again. Whoever is writing decides when their page is made anew. */
export function renew() {
  if (age.value.from === null) return;
  const writing = document.activeElement?.matches("input, textarea, select") ?? false;
  if (writing) age.set({ ...age.value, newer: true });
  else renewNow();
}

export function renewNow() {
  age.set({ from: null, newer: false });
  renewal.set(renewal.value + 1);
}
