// @ts-check
/** @import { Hackathon, Memberships, Page, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { people } from "../api/people.js";
import { problemOf } from "../api/problem.js";
import { teams } from "../api/teams.js";
import { navigate, place } from "../app/router.js";
import { session } from "../app/services.js";
import "../auth/demo-people.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { hackathonCard } from "./hackathon-card.js";
import { mentoredTeams, myHackathons } from "./my-hackathons.js";
import { DIFFICULTIES, STATUSES } from "./status.js";

/** The front page: what this is, what is mine, what there is. Filters live in the address. */
export class HackathonsPage extends Element {
  constructor() {
    super();
    /** @type {Page<Hackathon> | null} */
    this.found = null;
    /** @type {Memberships | null} */
    this.mine = null;
    /** Those that I mentor. @type {Team[]} */
    this.mentored = [];
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(session.state);
    this.until(session.state.watch(() => void this.#loadMine().catch(() => {})));
    this.until(place.watch(() => void this.#load()));
    void this.#load();
    void this.#loadMine().catch(() => {});
  }

  async #loadMine() {
    if (!session.signedIn || this.mine) return;
    this.mine = await people.memberships();
    this.requestUpdate();
    const asked = await Promise.allSettled(mentoredTeams(this.mine).map(teams.get));
    this.mentored = asked.flatMap((it) => (it.status === "fulfilled" ? it.value : []));
    this.requestUpdate();
  }

  get filters() {
    return Object.fromEntries([...place.value.query].filter(([, value]) => value));
  }

  async #load(cursor = "") {
    const turn = ++this.turn;
    const query = { ...this.filters, cursor };
    this.problem = null;
    try {
      const page = await ("q" in query ? hackathons.search(query) : hackathons.list(query));
      if (turn !== this.turn) return;
      this.found = cursor && this.found ? { ...page, items: [...this.found.items, ...page.items] } : page;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    return html`<div class="page stack stack--loose">
      ${session.signedIn ? html`<h1 class="sr-only">Your hackathons, and all others</h1>` : this.#welcome()}
      ${this.mine ? myHackathons(this.mine, this.mentored) : nothing}
      <section class="stack" aria-labelledby="all">
        <div class="row row--apart"><h2 id="all">Hackathons</h2>${this.#filters()}</div>
        ${failure(this.problem, () => void this.#load())}
        ${this.#list()}
      </section>
      ${this.#sources().map((source) => html`<p class="faint">${source}</p>`)}
    </div>`;
  }

  /** Where data that is not one's own comes from. */
  #sources() {
    const sources = (this.found?.items ?? []).map(({ resources }) => resources?.attribution);
    return [...new Set(sources.filter((it) => typeof it === "string"))];
  }

  #welcome() {
    return html`<section class="welcome">
      <div class="stack">
        <h1>Hackathons, live.</h1>
        <p class="welcome__text soft">Find an event, form a team, talk to it, submit what you built, and watch the board move while the judges score.</p>
        <div class="row">
          <a class="button button--primary" href="/sign-up">Create an account</a>
          <a class="button" href="/sign-in">Sign in</a>
        </div>
      </div>
      <hh-demo-people></hh-demo-people>
    </section>`;
  }

  #filters() {
    const { q = "", status = "", difficulty = "" } = this.filters;
    return html`<form class="filters" role="search" @submit=${this.#filter} @change=${this.#filter}>
      <input class="input" type="search" name="q" .value=${q} placeholder="Search" aria-label="Search hackathons">
      <select class="input" name="status" aria-label="Status">
        <option value="">Any status</option>
        ${STATUSES.filter(([value]) => value !== "DRAFT").map(([value, name]) => html`<option value=${value} ?selected=${value === status}>${name}</option>`)}
      </select>
      <select class="input" name="difficulty" aria-label="Difficulty">
        <option value="">Any level</option>
        ${DIFFICULTIES.map(([value, name]) => html`<option value=${value} ?selected=${value === difficulty}>${name}</option>`)}
      </select>
    </form>`;
  }

  /** @param {Event} event */
  #filter(event) {
    event.preventDefault();
    const values = [...new FormData(/** @type {HTMLFormElement} */ (event.currentTarget))].filter(([, value]) => value !== "");
    const query = new URLSearchParams(/** @type {[string, string][]} */ (values)).toString();
    navigate(query ? `/?${query}` : "/", { replace: true, keepScroll: true });
  }

  #list() {
    if (!this.found) return this.problem ? nothing : skeleton(6);
    if (this.found.items.length === 0) return empty("search", "No hackathon fits", "Try fewer filters.");
    const { items, nextCursor } = this.found;
    return html`
      <div class="grid">${repeat(items, (it) => it.id, hackathonCard)}</div>
      ${nextCursor ? html`<button class="button" @click=${() => this.#load(nextCursor)}>More</button>` : nothing}`;
  }
}

customElements.define("hh-hackathons-page", HackathonsPage);
