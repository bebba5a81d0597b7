// @ts-check
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { toastProblem } from "../design/toast.js";
import { find } from "./find.js";
import { text } from "./text.js";

const WAIT_MS = 120;

/** Search in what is loaded: counts, and steps from the newest to older ones. Tells `found` {id, query}, and `searched` when it is over. */
export class SearchBar extends Element {
  static properties = { room: { attribute: false }, version: { attribute: false }, query: { state: true }, at: { state: true } };

  constructor() {
    super();
    /** @type {import("./room.js").Room} */
    this.room = /** @type {any} */ (undefined);
    this.version = 0;
    this.query = "";
    this.at = 0;
    /** @type {import("./messages.js").Message[]} */
    this.results = [];
  }

  connectedCallback() {
    super.connectedCallback();
    this.until(() => clearTimeout(this.timer));
  }

  firstUpdated() {
    this.querySelector("input")?.focus();
  }

  willUpdate() {
    const standing = this.results[this.at]?.id;
    this.results = find(this.room.messages.items, this.query);
    const still = this.results.findIndex((it) => it.id === standing);
    if (still !== -1) this.at = still;
  }

  render() {
    const { results, query, at, room } = this;
    return html`<form class="chat-search" role="search" @submit=${this.#submit} @keydown=${this.#key}>
      <input class="input" type="search" aria-label=${text.search} placeholder=${text.searchLoaded} @input=${this.#typed}>
      <span class="faint numbers chat-search__count" role="status">${!query.trim() ? nothing : results.length === 0 ? text.nothingFound : text.position(Math.min(at + 1, results.length), results.length)}</span>
      ${query.trim() && room.hasOlder ? html`<button class="button button--small button--quiet" type="button" aria-busy=${room.loadingOlder} @click=${() => room.older().catch(toastProblem)}>${text.loadMore}</button>` : nothing}
      <button class="button button--quiet button--icon" type="button" aria-label=${text.previous} ?disabled=${results.length === 0} @click=${() => this.#step(1)}><hh-icon name="chevron-up"></hh-icon></button>
      <button class="button button--quiet button--icon" type="button" aria-label=${text.next} ?disabled=${results.length === 0} @click=${() => this.#step(-1)}><hh-icon name="chevron-down"></hh-icon></button>
      <button class="button button--quiet button--icon" type="button" aria-label=${text.close} @click=${() => this.emit("searched")}><hh-icon name="x"></hh-icon></button>
    </form>`;
  }

  /** @param {InputEvent} event */
  #typed(event) {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    clearTimeout(this.timer);
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = setTimeout(async () => {
      this.query = value;
      this.at = 0;
      await this.updateComplete;
      this.#tell();
    }, WAIT_MS);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.#step(1);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape") this.emit("searched");
    const step = event.target instanceof HTMLInputElement ? { ArrowUp: 1, ArrowDown: -1 }[event.key] : undefined;
    if (step) event.preventDefault();
    if (step) this.#step(step);
  }

  /** @param {number} by */
  #step(by) {
    const { length } = this.results;
    if (length === 0) return;
    this.at = (this.at + by + length) % length;
    this.#tell();
  }

  #tell() {
    this.emit("found", { id: this.results[this.at]?.id ?? "", query: this.query });
  }
}

customElements.define("hh-chat-search", SearchBar);
