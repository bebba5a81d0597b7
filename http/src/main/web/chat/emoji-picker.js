// @ts-check
import { html, nothing, render } from "lit";
import { QUICK } from "./actions.js";
import { EMOJI, findEmoji } from "./emoji-data.js";
import { openDialog } from "./choice.js";
import { text } from "./text.js";

/** Lets somebody choose an emoji, near what they chose it for. @param {globalThis.Element} near @returns {Promise<string | null>} */
export function pickEmoji(near) {
  return openDialog({ kind: "emoji-picker", label: text.pickEmoji, near }, (dialog, choose) => {
    const draw = (query = "") => render(picker(query, draw, choose), dialog);
    draw();
  });
}

/** @param {string} query @param {(query: string) => void} draw @param {(emoji: string) => void} choose */
function picker(query, draw, choose) {
  const found = query ? findEmoji(query) : EMOJI;
  const button = (/** @type {string} */ emoji, /** @type {string} */ name) => html`<button type="button" class="emoji-picker__emoji" title=${name} aria-label=${name} @click=${() => choose(emoji)}>${emoji}</button>`;
  return html`<form class="emoji-picker__head" @submit=${(/** @type {Event} */ event) => (event.preventDefault(), found[0] && choose(found[0].emoji))}>
      <input class="input" type="search" autofocus aria-label=${text.searchEmoji} placeholder=${text.searchEmoji} @input=${(/** @type {any} */ event) => draw(event.target.value)}>
    </form>
    ${query ? nothing : html`<div class="emoji-picker__quick">${QUICK.map((emoji) => button(emoji, EMOJI.find((it) => it.emoji === emoji)?.name ?? emoji))}</div>`}
    <div class="emoji-picker__all" @keydown=${walk}>${found.length > 0 ? found.map(({ emoji, name }) => button(emoji, name)) : html`<p class="faint">${text.noEmoji}</p>`}</div>`;
}

/** The arrows go through the grid. @param {KeyboardEvent} event */
function walk(event) {
  const grid = /** @type {HTMLElement} */ (event.currentTarget);
  const all = [...grid.querySelectorAll("button")];
  const columns = getComputedStyle(grid).gridTemplateColumns.split(" ").length;
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
  if (!step) return;
  event.preventDefault();
  all[all.indexOf(/** @type {any} */ (document.activeElement)) + step]?.focus();
}
