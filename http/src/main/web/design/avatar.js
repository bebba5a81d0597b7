// @ts-check
import { html } from "lit";
import { hueOf } from "./hue.js";

/** Initials in a colour that stays with the person. @param {{id: string, fullName: string} | undefined} person @param {"" | "small" | "large"} [size] */
export function avatar(person, size = "") {
  const name = person?.fullName ?? "?";
  return html`<span class="avatar ${hueOf(person?.id ?? "")} ${size ? `avatar--${size}` : ""}" aria-hidden="true">${initials(name)}</span>`;
}

/** @param {string} name */
function initials(name) {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters.map((word) => [...word][0] ?? "").join("").toUpperCase();
}
