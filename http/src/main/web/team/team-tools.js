// @ts-check
/** @import { Sort, Wish } from "./finding.js" */
import { html, nothing } from "lit";
import { text } from "./text.js";

/** @param {Event} event */
const valueOf = (event) => /** @type {HTMLInputElement} */ (event.target).value;

/** What one looks for among the teams. @param {Wish} wish @param {string[]} skills @param {number} found @param {(change: Wish) => void} set */
export function teamTools({ words = "", looking = false, skill = "", sort = "newest" }, skills, found, set) {
  return html`<div class="team-tools row" role="search">
    <input class="input grow" type="search" aria-label=${text.search} placeholder=${text.search} .value=${words} @input=${(/** @type {Event} */ event) => set({ words: valueOf(event) })}>
    <button class="button team-tools__toggle" aria-pressed=${looking} @click=${() => set({ looking: !looking })}><hh-icon name=${looking ? "square-check" : "user-plus"}></hh-icon>${text.onlyLooking}</button>
    ${skills.length === 0 ? nothing : html`<select class="input team-tools__choice" aria-label=${text.skill} @change=${(/** @type {Event} */ event) => set({ skill: valueOf(event) })}>
      <option value="" ?selected=${skill === ""}>${text.anySkill}</option>
      ${skills.map((it) => html`<option value=${it} ?selected=${it === skill}>${it}</option>`)}
    </select>`}
    <select class="input team-tools__choice" aria-label=${text.sort} @change=${(/** @type {Event} */ event) => set({ sort: /** @type {Sort} */ (valueOf(event)) })}>
      ${Object.entries(text.sorts).map(([value, name]) => html`<option value=${value} ?selected=${value === sort}>${name}</option>`)}
    </select>
    <span class="faint numbers" role="status">${text.found(found)}</span>
  </div>`;
}
