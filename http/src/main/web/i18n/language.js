// @ts-check
/** Which of our languages this reader gets, and how dates and numbers are written for them. */

import { device } from "../offline/device.js";

const KEY = "hackhub.language";

/** @typedef {"en" | "de"} Language */

/** Each by its own name. @type {readonly (readonly [Language, string])[]} */
export const LANGUAGES = [["en", "English"], ["de", "Deutsch"]];

/** @type {Language} */
export const language = chosen();

/** For `Intl`: with the reader's region where the browser names one for this language. */
export const locale = navigator.languages?.find((it) => it.startsWith(language)) ?? language;

document.documentElement.lang = language;

/** Speak another from now on: the page is loaded anew. @param {string} to */
export function speak(to) {
  device.set(KEY, to);
  location.reload();
}

/** @returns {Language} */
function chosen() {
  const wanted = [device.get(KEY) ?? "", ...(navigator.languages ?? [])];
  const known = wanted.map((it) => LANGUAGES.find(([key]) => it.startsWith(key))?.[0]);
  return known.find((it) => it !== undefined) ?? "en";
}
