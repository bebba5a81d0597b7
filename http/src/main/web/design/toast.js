// @ts-check
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { problemOf } from "../api/problem.js";
import { Store } from "../live/store.js";
import { Element } from "./element.js";
import "./icon.js";
import { text } from "./text.js";

/**
 * @typedef {object} Toast
 * @property {number} id
 * @property {string} text
 * @property {string} [title]
 * @property {"plain" | "good" | "bad"} kind
 * @property {string} [href]
 * @property {{name: string, act: () => void}} [action]   what one may do about it, while it is shown
 * @property {boolean} [stays]   until it is dismissed
 */

const SHOWN_MS = 6000;
const MOST = 4;

/** @type {Store<Toast[]>} */
const toasts = new Store(/** @type {Toast[]} */ ([]));
let next = 1;

/** Says something in passing. @param {string} said @param {Partial<Toast>} [more] @returns {() => void} how to take it back */
export function toast(said, more = {}) {
  const shown = { kind: /** @type {const} */ ("plain"), ...more, id: next++, text: said };
  toasts.set([...toasts.value.slice(1 - MOST), shown]);
  const leave = () => dismiss(shown.id);
  if (!shown.stays) setTimeout(leave, SHOWN_MS);
  return leave;
}

/** @param {unknown} error */
export function toastProblem(error) {
  toast(problemOf(error).message, { kind: "bad" });
}

/** @param {number} id */
function dismiss(id) {
  toasts.set(toasts.value.filter((it) => it.id !== id));
}

export class Toasts extends Element {
  connectedCallback() {
    super.connectedCallback();
    this.watch(toasts);
  }

  render() {
    return html`<div class="toasts" role="status" aria-live="polite">${repeat(toasts.value, (it) => it.id, (it) => this.#toast(it))}</div>`;
  }

  /** @param {Toast} it */
  #toast({ id, text: said, title, kind, href, action }) {
    return html`<div class="toast toast--${kind}">
      <div class="grow">
        ${title ? html`<strong>${title}</strong>` : nothing}
        ${href ? html`<a href=${href}>${said}</a>` : html`<span>${said}</span>`}
      </div>
      ${action ? html`<button class="button button--small" @click=${() => (dismiss(id), action.act())}>${action.name}</button>` : nothing}
      <button class="button button--quiet button--icon button--small" aria-label=${text.dismiss} @click=${() => dismiss(id)}><hh-icon name="x"></hh-icon></button>
    </div>`;
  }
}

customElements.define("hh-toasts", Toasts);
