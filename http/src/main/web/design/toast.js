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
 * @property {number} [lasts]   milliseconds, while nobody is at it
 * @property {() => void} [over]   told when its time is over, or somebody dismissed it
 */

const SHOWN_MS = 6000;
/** With something to do about it: for those too who need longer to get there. */
const ACTION_MS = 10_000;
const MOST = 4;

/** @type {Store<Toast[]>} */
const toasts = new Store(/** @type {Toast[]} */ ([]));
let next = 1;
/** What is left of each one's time; while somebody is at the toasts it stands still. @type {Map<number, {left: number, since: number, timer?: ReturnType<typeof setTimeout>}>} */
const times = new Map();
let paused = false;

/** Says something in passing. @param {string} said @param {Partial<Toast>} [more] @returns {() => void} how to take it back */
export function toast(said, more = {}) {
  const shown = { kind: /** @type {const} */ ("plain"), ...more, id: next++, text: said };
  // One with something to do about it stays as long as that can be done.
  const crowd = toasts.value.filter(({ action }) => !action);
  const goes = toasts.value.length >= MOST ? crowd[0]?.id : undefined;
  toasts.set([...toasts.value.filter(({ id }) => id !== goes), shown]);
  if (!shown.stays) {
    times.set(shown.id, { left: shown.lasts ?? (shown.action ? ACTION_MS : SHOWN_MS), since: 0 });
    if (!paused) run(shown.id);
  }
  return () => dismiss(shown.id);
}

/** Does what the newest toast offers. @returns {boolean} whether one offers anything */
export function actOnNewest() {
  const newest = toasts.value.findLast(({ action, stays }) => action && !stays);
  if (newest) take(newest);
  return newest !== undefined;
}

/** @param {Toast} toast */
function take({ id, action }) {
  action?.act();
  dismiss(id);
}

/** @param {number} id */
function run(id) {
  const time = times.get(id);
  if (!time) return;
  time.since = Date.now();
  time.timer = setTimeout(() => end(id), time.left);
}

/** @param {boolean} pause whether somebody is at the toasts */
function hold(pause) {
  if (pause === paused) return;
  paused = pause;
  for (const [id, time] of times) {
    if (!pause) run(id);
    else {
      clearTimeout(time.timer);
      time.left = Math.max(0, time.left - (Date.now() - time.since));
    }
  }
}

/** Its time is over, or somebody has seen it. @param {number} id */
function end(id) {
  const over = toasts.value.find((it) => it.id === id)?.over;
  dismiss(id);
  over?.();
}

/** @param {unknown} error */
export function toastProblem(error) {
  toast(problemOf(error).message, { kind: "bad" });
}

/** @param {number} id */
function dismiss(id) {
  clearTimeout(times.get(id)?.timer);
  times.delete(id);
  toasts.set(toasts.value.filter((it) => it.id !== id));
}

export class Toasts extends Element {
  hovered = false;
  /** Whether the focus was within before what is shown changed. */
  within = false;
  /** Where the focus came from. @type {HTMLElement | null} */
  cameFrom = null;

  connectedCallback() {
    super.connectedCallback();
    this.watch(toasts);
    this.until(() => hold((this.hovered = false)));
  }

  /** Who was at a toast that goes is led back to where they came from. */
  willUpdate() {
    this.within = this.contains(document.activeElement);
  }

  updated() {
    if (this.within && !this.contains(document.activeElement)) {
      if (this.cameFrom?.isConnected) this.cameFrom.focus();
      else /** @type {HTMLElement | null} */ (document.querySelector("main"))?.focus();
    }
    // What is gone tells nobody that it was left.
    this.#look();
  }

  #look() {
    if (toasts.value.length === 0) this.hovered = false;
    hold(this.hovered || this.contains(document.activeElement));
  }

  /** @param {FocusEvent} event */
  #entered({ relatedTarget: from }) {
    if (from instanceof HTMLElement && !this.contains(from)) this.cameFrom = from;
    hold(true);
  }

  render() {
    return html`<div class="toasts" role="status" aria-live="polite" @pointermove=${() => hold((this.hovered = true))} @pointerleave=${() => ((this.hovered = false), this.#look())}
      @focusin=${this.#entered} @focusout=${() => queueMicrotask(() => this.#look())}>${repeat(toasts.value, (it) => it.id, (it) => this.#toast(it))}</div>`;
  }

  /** @param {Toast} it */
  #toast(it) {
    const { id, text: said, title, kind, href, action } = it;
    return html`<div class="toast toast--${kind}">
      <div class="grow">
        ${title ? html`<strong>${title}</strong>` : nothing}
        ${href ? html`<a href=${href}>${said}</a>` : html`<span>${said}</span>`}
      </div>
      ${action ? html`<button class="button button--small" @click=${() => take(it)}>${action.name}</button>` : nothing}
      <button class="button button--quiet button--icon button--small" aria-label=${text.dismiss} @click=${() => end(id)}><hh-icon name="x"></hh-icon></button>
    </div>`;
  }
}

customElements.define("hh-toasts", Toasts);
