// @ts-check
/** @import { Entry } from "./match.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { navigate } from "../app/router.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { countOf } from "../i18n/catalogue.js";
import { refreshMemberships, memberships } from "../me/memberships.js";
import { myTeams } from "../me/teams-of-mine.js";
import { entriesHere, entryOf } from "./entries.js";
import { matching } from "./match.js";
import { text } from "./text.js";

const QUIET_MS = 180;
const MOST = 30;

/** Jumps anywhere by a few letters: an ARIA combobox with its list, in a dialog. */
export class Palette extends Element {
  constructor() {
    super();
    this.typed = "";
    this.chosen = 0;
    /** Found by the server. @type {Entry[]} */
    this.found = [];
    this.searching = false;
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(memberships, myTeams);
  }

  async open() {
    this.typed = "";
    this.chosen = 0;
    this.found = [];
    this.requestUpdate();
    await this.updateComplete;
    const dialog = this.querySelector("dialog");
    if (dialog?.open) return dialog.close();
    dialog?.showModal();
    this.querySelector("input")?.focus();
    void this.#search();
    // What was known is shown already; not to learn more is no harm.
    void refreshMemberships().catch(() => {});
  }

  get entries() {
    const here = entriesHere();
    const known = new Set(here.map(({ key }) => key));
    return matching([...here, ...this.found.filter(({ key }) => !known.has(key))], this.typed).slice(0, MOST);
  }

  async #search() {
    const turn = ++this.turn;
    this.searching = true;
    this.requestUpdate();
    if (this.typed) await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
    if (turn !== this.turn) return;
    const q = this.typed.trim();
    // Without an answer there is still what is known here.
    const page = await (q ? hackathons.search({ q, limit: 8 }) : hackathons.list({ limit: 8 })).catch(() => null);
    if (turn !== this.turn) return;
    this.searching = false;
    const old = this.found.filter((it) => !page?.items.some(({ id }) => it.key === `h:${id}`));
    this.found = [...(page?.items ?? []).map(entryOf), ...old].slice(0, 100);
    this.requestUpdate();
  }

  render() {
    const entries = this.entries;
    const chosen = entries[Math.min(this.chosen, entries.length - 1)];
    return html`<dialog class="dialog palette" aria-label=${text.title} @click=${this.#outside}>
      <div class="palette__head">
        <hh-icon name="search"></hh-icon>
        <input class="palette__input" type="text" role="combobox" aria-label=${text.title} aria-expanded="true" aria-controls="palette-list" aria-autocomplete="list"
          aria-activedescendant=${chosen ? idOf(chosen) : nothing} placeholder=${text.placeholder} autocomplete="off" spellcheck="false" enterkeyhint="go"
          .value=${this.typed} @input=${this.#type} @keydown=${this.#key}>
      </div>
      <ul class="palette__list" id="palette-list" role="listbox" aria-label=${text.title}>${this.#options(entries, chosen)}</ul>
      ${entries.length === 0 ? html`<p class="palette__none soft">${this.searching ? text.searching : text.nothing}</p>` : nothing}
      <p class="palette__foot faint">${text.keys}</p>
      <div class="sr-only" aria-live="polite">${entries.length === 0 ? text.nothing : text.results(entries.length)}</div>
    </dialog>`;
  }

  /** @param {Entry[]} entries @param {Entry | undefined} chosen */
  #options(entries, chosen) {
    return repeat(entries, ({ key }) => key, (it, at) => html`
      ${it.group !== entries[at - 1]?.group ? html`<li class="palette__group" role="presentation">${text.groups[it.group]}</li>` : nothing}
      <li class="palette__entry" id=${idOf(it)} role="option" aria-selected=${it === chosen ? "true" : "false"} @click=${() => this.#go(it)} @pointermove=${() => this.#choose(at)}>
        <hh-icon name=${it.icon}></hh-icon><span class="palette__name">${it.name}</span>${it.more ? html`<span class="faint palette__more">${it.more}</span>` : nothing}
        ${it.unread ? html`<span class="count">${countOf(it.unread)}</span>` : nothing}
      </li>`);
  }

  /** @param {InputEvent} event */
  #type(event) {
    this.typed = /** @type {HTMLInputElement} */ (event.target).value;
    this.chosen = 0;
    this.requestUpdate();
    void this.#search();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { length } = this.entries;
    const at = Math.min(this.chosen, length - 1);
    const to = { ArrowDown: (at + 1) % length, ArrowUp: (at - 1 + length) % length }[event.key];
    if (event.key === "Enter" && !event.isComposing) {
      event.preventDefault();
      const entry = this.entries[at];
      if (entry) this.#go(entry);
    } else if (to !== undefined && length > 0) {
      event.preventDefault();
      this.#choose(to);
      void this.updateComplete.then(() => this.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" }));
    }
  }

  /** @param {number} at */
  #choose(at) {
    if (at === this.chosen) return;
    this.chosen = at;
    this.requestUpdate();
  }

  /** @param {Entry} entry */
  #go({ href, act }) {
    this.querySelector("dialog")?.close();
    if (href) navigate(href);
    else act?.();
  }

  /** @param {MouseEvent} event */
  #outside(event) {
    if (event.target === event.currentTarget) /** @type {HTMLDialogElement} */ (event.currentTarget).close();
  }
}

/** @param {Entry} entry */
const idOf = ({ key }) => `jump-${key.replace(/[^\w-]/g, "_")}`;

customElements.define("hh-palette", Palette);

/** @type {Palette | null} */
let palette = null;

/** Opens it; where it is open, closes it. */
export function show() {
  if (!palette) document.body.append((palette = new Palette()));
  void palette.open();
}
