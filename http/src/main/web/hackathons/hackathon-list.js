// @ts-check
/** @import { Hackathon, Page } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { place } from "../app/router.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { empty, failure } from "../design/states.js";
import { cardSkeletons, hackathonCard } from "./hackathon-card.js";
import "./filter-form.js";
import { addressOf, askedFor, filtersOf, inUse } from "./filters.js";
import { text } from "./text.js";

const { list } = text;

/** What there is, narrowed by the address' filters, page by page. */
export class HackathonList extends Element {
  static properties = { path: {}, level: { type: Number } };

  constructor() {
    super();
    this.path = "/hackathons";
    /** @type {Page<Hackathon> | null} */
    this.found = null;
    /** @type {Set<string>} */
    this.themes = new Set();
    /** @type {Set<string>} */
    this.skills = new Set();
    this.loading = false;
    this.asked = "";
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.until(place.watch(() => this.#moved()));
    void this.load();
  }

  get filters() {
    return filtersOf(place.value.query);
  }

  #moved() {
    if (place.value.path === this.path && addressOf(this.path, this.filters) !== this.asked) void this.load();
  }

  async load(cursor = "") {
    const turn = ++this.turn;
    this.asked = addressOf(this.path, this.filters);
    const query = askedFor(this.filters);
    this.problem = null;
    this.loading = true;
    this.requestUpdate();
    try {
      const page = await (query.q ? hackathons.search({ q: query.q, ...query, cursor }) : hackathons.list({ ...query, cursor }));
      if (turn !== this.turn) return;
      this.found = cursor && this.found ? { ...page, items: [...this.found.items, ...page.items] } : page;
      for (const { theme, requirements } of page.items) {
        if (theme) this.themes.add(theme);
        for (const skill of requirements?.skills ?? []) this.skills.add(skill);
      }
    } catch (error) {
      if (turn !== this.turn) return;
      this.problem = problemOf(error);
    }
    this.loading = false;
    this.requestUpdate();
  }

  render() {
    const known = (/** @type {Set<string>} */ set) => [...set].sort();
    return html`<hh-filter-form .filters=${this.filters} path=${this.path} .themes=${known(this.themes)} .skills=${known(this.skills)}></hh-filter-form>
      ${failure(this.problem, () => void this.load())}
      ${this.#list()}
      ${this.#sources().map((source) => html`<p class="faint">${source}</p>`)}`;
  }

  #list() {
    if (!this.found) return this.problem ? nothing : cardSkeletons(list.loading);
    const { items, nextCursor } = this.found;
    if (items.length === 0) return this.#nothing();
    return html`<p class="faint hackathon-list__count" role="status">${list.found(items.length, nextCursor !== null)}</p>
      <ul class="hackathon-grid" aria-busy=${this.loading ? "true" : "false"}>${repeat(items, (it) => it.id, (it) => html`<li>${hackathonCard(it)}</li>`)}</ul>
      ${nextCursor ? html`<div class="hackathon-list__more"><button class="button" type="button" ?disabled=${this.loading} aria-busy=${this.loading ? "true" : "false"} @click=${() => void this.load(nextCursor)}>${list.more}</button></div>` : nothing}`;
  }

  #nothing() {
    const organize = session.signedIn ? html`<a class="button" href="/organize">${list.organize}</a>` : html`<a class="button" href="/sign-up">${text.welcome.signUp}</a>`;
    return inUse(this.filters).length > 0
      ? empty("search", list.none, list.noneMore, html`<a class="button" href=${this.path}>${list.clear}</a>`)
      : empty("calendar-days", list.nothing, list.nothingMore, organize);
  }

  /** Where data that is not one's own comes from. */
  #sources() {
    const sources = (this.found?.items ?? []).map(({ resources }) => resources?.attribution);
    return [...new Set(sources.filter((it) => typeof it === "string"))];
  }
}

customElements.define("hh-hackathon-list", HackathonList);
