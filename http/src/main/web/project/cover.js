// @ts-check
import { html } from "lit";
import { hueOf } from "../design/hue.js";

/** In place of a picture: the project's first letters, in a colour that stays with it. @param {string} id @param {string} name @param {string} place */
export function cover(id, name, place) {
  const words = name.trim().split(/[\s\-–]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters = words.slice(0, 2).map((word) => [...word].find((it) => /[\p{L}\p{N}]/u.test(it))).join("");
  return html`<span class="cover ${hueOf(id)} ${place}" aria-hidden="true">${letters.toLocaleUpperCase()}</span>`;
}
