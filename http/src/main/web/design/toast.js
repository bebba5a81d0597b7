// @ts-check
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Store } from "../live/store.js";
import { problemOf } from "../api/problem.js";
import { Element } from "./element.js";
import "./icon.js";

/** @typedef {{id: number, text: string, title?: string, kind: "plain" | "good" | "bad", href?: string}} Toast */

const SHOWN_MS = 6000;

/** @type {Store<Toast[]>} */
const toasts = new Store(/** @type {Toast[]} */ ([]));
let next = 1;

/** Says something in passing. @param {string} text @param {Partial<Toast>} [more] */
export function toast(text, more = {}) {
  const shown = { kind: /** @type {const} */ ("plain"), ...more, id: next++, text };
  toasts.set([...toasts.value.slice(-3), shown]);
  setTimeout(() => dismiss(shown.id), SHOWN_MS);
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
    return html`<div class="toasts" role="status" aria-live="polite">
      ${repeat(toasts.value, (it) => it.id, (it) => html`
        <div class="toast toast--${it.kind}">
          <div class="grow">
            ${it.title ? html`<strong>${it.title}</strong>` : ""}
            ${it.href ? html`<a href=${it.href}>${it.text}</a>` : html`<span>${it.text}</span>`}
          </div>
          <button class="button button--quiet button--icon button--small" aria-label="Dismiss" @click=${() => dismiss(it.id)}>
            <hh-icon name="x"></hh-icon>
          </button>
        </div>`)}
    </div>`;
  }
}

customElements.define("hh-toasts", Toasts);
