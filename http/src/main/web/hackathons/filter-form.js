// @ts-check
/** @import { Filters, Name } from "./filters.js" */
import { html, nothing } from "lit";
import { navigate } from "../app/router.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { dayOf } from "../design/time.js";
import { addressOf, filtersOf, inUse, SORTS, without } from "./filters.js";
import { difficultyName, DIFFICULTIES, STATUSES, statusName } from "./status.js";
import { text } from "./text.js";

const { filter } = text;
const QUIET_MS = 250;
/** Those behind "More filters". @type {Name[]} */
const SELDOM = ["theme", "skill", "from", "to"];

/** Narrows the list: what is chosen stands in the address, and as chips that can be removed. */
export class FilterForm extends Element {
  static properties = { filters: { attribute: false }, path: {}, themes: { attribute: false }, skills: { attribute: false }, more: { state: true } };

  constructor() {
    super();
    /** @type {Filters} */
    this.filters = {};
    /** The list's address without filters. */
    this.path = "/hackathons";
    /** Known ones, to choose from. @type {string[]} */
    this.themes = [];
    /** @type {string[]} */
    this.skills = [];
    /** Whether the seldom ones are shown; undefined: if one is in use. @type {boolean | undefined} */
    this.more = undefined;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  render() {
    const { q = "", status = "", difficulty = "", sort = SORTS[0] } = this.filters;
    const used = SELDOM.filter((name) => this.filters[name]).length;
    const more = this.more ?? used > 0;
    return html`<form class="filters" role="search" aria-label=${filter.label} @submit=${this.#submit} @change=${this.#change} @input=${this.#input}>
        <label class="filters__search"><hh-icon name="search"></hh-icon><span class="sr-only">${filter.search}</span>
          <input class="input" type="search" name="q" .value=${q} placeholder=${filter.placeholder} maxlength="100" autocomplete="off"></label>
        ${select("status", filter.status, status, [["", filter.anyStatus], ...STATUSES.filter(([value]) => value !== "DRAFT")])}
        ${select("difficulty", filter.difficulty, difficulty, [["", filter.anyLevel], ...DIFFICULTIES])}
        ${select("sort", filter.sort, sort, SORTS.map((value) => [value, filter.sorts[value]]))}
        <button class="button filters__more" type="button" aria-expanded=${more ? "true" : "false"} aria-controls="more-filters" @click=${() => (this.more = !more)}><hh-icon name="filter"></hh-icon>${filter.more}${used > 0 ? html`<span class="count">${used}</span>` : nothing}</button>
        <div class="filters__fields" id="more-filters" ?hidden=${!more}>
          ${this.#text("theme", filter.theme, this.themes)}
          ${this.#text("skill", filter.skill, this.skills)}
          ${this.#day("from", filter.from)}
          ${this.#day("to", filter.to)}
        </div>
      </form>
      ${this.#chips()}`;
  }

  /** @param {Name} name @param {string} label @param {string[]} known */
  #text(name, label, known) {
    return html`<label class="field"><span>${label}</span><input class="input" name=${name} .value=${this.filters[name] ?? ""} list=${`filter-${name}`} maxlength="100" autocomplete="off">
      <datalist id=${`filter-${name}`}>${known.map((it) => html`<option value=${it}></option>`)}</datalist></label>`;
  }

  /** @param {Name} name @param {string} label */
  #day(name, label) {
    return html`<label class="field"><span>${label}</span><input class="input" type="date" name=${name} .value=${this.filters[name] ?? ""}></label>`;
  }

  #chips() {
    const used = inUse(this.filters);
    if (used.length === 0) return nothing;
    return html`<ul class="chips" aria-label=${filter.chips}>
      ${used.map((name) => html`<li><button class="chip" type="button" aria-label=${filter.remove(said(name, this.filters[name] ?? ""))} @click=${() => this.#go(without(this.filters, name))}>
        <span>${said(name, this.filters[name] ?? "")}</span><hh-icon name="x"></hh-icon></button></li>`)}
      ${used.length > 1 ? html`<li><button class="link-button" type="button" @click=${() => this.#go({ sort: this.filters.sort })}>${text.list.clear}</button></li>` : nothing}
    </ul>`;
  }

  /** @param {Event} event */
  #submit(event) {
    event.preventDefault();
    this.#read();
  }

  /** @param {Event} event */
  #change(event) {
    if (/** @type {HTMLElement} */ (event.target).matches("select, [type=date]")) this.#read();
    else this.#soon(0);
  }

  /** @param {Event} event */
  #input(event) {
    if (/** @type {HTMLElement} */ (event.target).matches("[type=search], [list]")) this.#soon(QUIET_MS);
  }

  /** @param {number} after */
  #soon(after) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.isConnected && this.#read(), after);
  }

  #read() {
    clearTimeout(this.timer);
    const form = this.querySelector("form");
    if (!form) return;
    const values = [...new FormData(form)].map(([name, value]) => /** @type {[string, string]} */ ([name, String(value)]));
    this.#go(filtersOf(new URLSearchParams(values)));
  }

  /** @param {Filters} filters */
  #go(filters) {
    const to = addressOf(this.path, filters);
    if (to !== addressOf(this.path, this.filters)) navigate(to, { keepScroll: true, replace: location.search !== "" && this.typing });
  }

  /** While somebody types, each letter is not a place to go back to. */
  get typing() {
    return document.activeElement instanceof HTMLInputElement && this.contains(document.activeElement);
  }
}

/** @param {Name} name @param {string} label @param {string} value @param {[string, string][]} options */
const select = (name, label, value, options) => html`<select class="input" name=${name} aria-label=${label} .value=${value}>${options.map(([it, shown]) => html`<option value=${it} ?selected=${it === value}>${shown}</option>`)}</select>`;

/** @param {Name} name @param {string} value */
function said(name, value) {
  if (name === "status") return statusName(/** @type {any} */ (value));
  if (name === "difficulty") return difficultyName(value);
  if (name === "from" || name === "to") return filter.chip[name](dayOf(`${value}T12:00`));
  return name === "sort" ? value : filter.chip[name](value);
}

customElements.define("hh-filter-form", FilterForm);
