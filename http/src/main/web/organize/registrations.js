// @ts-check
/** @import { Hackathon, Registration } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { pagesOf } from "../api/all-pages.js";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { momentOf } from "../design/time.js";
import { later } from "../design/undo.js";
import { download, registrationsCsv } from "./csv.js";
import { text } from "./text.js";

/** @typedef {"" | Registration["status"]} Filter */

const FILTERS = /** @type {Filter[]} */ (["", "REGISTERED", "CHECKED_IN", "WAITLISTED", "CANCELLED"]);
const FIRST = 60;

/** Who is registered and who waits; checking people in at the door. */
export class Registrations extends Element {
  static properties = { hackathon: { attribute: false }, search: { state: true }, filter: { state: true }, most: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.search = "";
    /** @type {Filter} */
    this.filter = "";
    this.most = FIRST;
    /** @type {Registration[] | null} */
    this.all = null;
    /** Whether more of them are coming. */
    this.loading = false;
    /** Being checked in, as long as that may be undone. @type {Set<string>} */
    this.arriving = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  /** The first page is shown while the others come. */
  async #load() {
    /** @type {Registration[]} */
    const all = [];
    this.loading = true;
    this.problem = null;
    try {
      for await (const items of pagesOf((query) => hackathons.registrations(this.hackathon.id, query))) {
        if (!this.isConnected) return;
        all.push(...items);
        this.all = all;
        this.requestUpdate();
      }
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.loading = false;
    this.requestUpdate();
  }

  render() {
    const { all } = this;
    return html`<section class="card stack" aria-labelledby="registrations">
      <div class="row row--apart"><h3 id="registrations">${text.registrations}</h3>
        ${all && all.length > 0 ? html`<button class="button button--small" ?disabled=${this.loading} aria-busy=${this.loading} @click=${this.#export}><hh-icon name="download"></hh-icon>${text.csv}</button>` : nothing}</div>
      <label class="registrations__search"><span class="sr-only">${text.findPerson}</span><hh-icon name="search"></hh-icon>
        <input class="input" type="search" placeholder=${text.findPerson} .value=${this.search} @input=${this.#searching} @keydown=${this.#enter}></label>
      <div class="segments segments--strip" role="group" aria-label=${text.filter}>${FILTERS.map((filter) => html`<button class="segments__one" aria-pressed=${filter === this.filter} @click=${() => ((this.filter = filter), (this.most = FIRST))}>${filter ? text.statuses[filter] : text.all}${all ? html` <span class="numbers">${this.#count(filter)}</span>` : nothing}</button>`)}</div>
      ${failure(this.problem, () => void this.#load())}
      ${this.#list()}
    </section>`;
  }

  /** @param {Filter} filter */
  #count(filter) {
    return (this.all ?? []).filter((it) => !filter || this.#statusOf(it) === filter).length;
  }

  get #shown() {
    const words = this.search.trim().toLowerCase();
    return (this.all ?? []).filter((it) => (!this.filter || this.#statusOf(it) === this.filter) && `${it.user.fullName} @${it.user.username}`.toLowerCase().includes(words));
  }

  /** @param {Registration} it */
  #statusOf(it) {
    return this.arriving.has(it.user.id) ? "CHECKED_IN" : it.status;
  }

  #list() {
    if (!this.all) return this.problem ? nothing : skeleton(6);
    const shown = this.#shown;
    if (shown.length === 0) return this.all.length === 0 ? empty("users", text.registrationsNone, text.registrationsNoneMore) : empty("search", text.nobody);
    return html`<p class="sr-only" role="status">${text.found(shown.length)}</p>
      <ul class="list list--rows">${repeat(shown.slice(0, this.most), (it) => it.id, (it) => this.#registration(it))}</ul>
      ${shown.length > this.most ? html`<button class="button" @click=${() => (this.most += FIRST * 3)}>${text.more}</button>` : nothing}`;
  }

  /** @param {Registration} it */
  #registration(it) {
    const { user, position, registeredAt } = it;
    const status = this.#statusOf(it);
    return html`<li>
      ${avatar(user)}<span class="grow"><strong>${user.fullName}</strong><br><span class="faint">@${user.username}<span class="registrations__when"> · ${momentOf(registeredAt)}</span></span></span>
      ${status === "WAITLISTED" ? html`<span class="badge badge--warn numbers">${text.waitsAt(position ?? 0)}</span>` : nothing}
      ${status === "CANCELLED" ? html`<span class="badge">${text.statuses.CANCELLED}</span>` : nothing}
      ${status === "CHECKED_IN" ? html`<span class="badge badge--good"><hh-icon name="check"></hh-icon>${text.statuses.CHECKED_IN}</span>` : nothing}
      ${status === "REGISTERED" ? html`<button class="button registrations__check" @click=${() => this.#checkIn(it)}><hh-icon name="check"></hh-icon>${text.checkIn}<span class="sr-only">${user.fullName}</span></button>` : nothing}
    </li>`;
  }

  /** @param {Event} event */
  #searching(event) {
    this.search = /** @type {HTMLInputElement} */ (event.target).value;
    this.most = FIRST;
  }

  /** At the door: a name, Enter, the next one. @param {KeyboardEvent} event */
  #enter(event) {
    if (event.key !== "Enter") return;
    const waiting = this.#shown.filter((it) => this.#statusOf(it) === "REGISTERED");
    if (waiting.length !== 1) return;
    this.#checkIn(waiting[0]);
    this.search = "";
    /** @type {HTMLInputElement} */ (event.target).value = "";
  }

  /** The server does not take it back, so that it waits a moment. @param {Registration} it */
  #checkIn({ user }) {
    this.arriving.add(user.id);
    this.requestUpdate();
    const back = () => (this.arriving.delete(user.id), this.requestUpdate());
    later(text.checkedIn(user.fullName), async () => {
      await hackathons.checkIn(this.hackathon.id, user.id);
      this.arriving.delete(user.id);
      this.all = (this.all ?? []).map((it) => (it.user.id === user.id ? { ...it, status: /** @type {const} */ ("CHECKED_IN") } : it));
      this.requestUpdate();
    }, back);
  }

  #export() {
    download(`${this.hackathon.slug}-${text.csvName}.csv`, registrationsCsv(this.#shown, text.csvHead));
  }
}

customElements.define("hh-registrations", Registrations);
