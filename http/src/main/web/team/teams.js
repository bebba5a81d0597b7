// @ts-check
/** @import { Hackathon, Team } from "../api/types.js" */
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { allPages } from "../api/all-pages.js";
import { hackathons } from "../api/hackathons.js";
import { Element } from "../design/element.js";
import { empty, failure } from "../design/states.js";
import { fitting, skillsWanted } from "./finding.js";
import "./form-team.js";
import { teamCard } from "./team-card.js";
import { teamTools } from "./team-tools.js";
import { text } from "./text.js";

/** All teams of a hackathon: one's own first, and the way to a team for who has none. */
export class Teams extends Element {
  static properties = { hackathon: { attribute: false }, wish: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {import("./finding.js").Wish} */
    this.wish = {};
    /** @type {Team[] | null} */
    this.teams = null;
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (changed.has("hackathon")) void this.#load();
  }

  #load() {
    return this.reads(async () => {
      this.teams = await allPages((query) => hackathons.teams(this.hackathon.id, query));
    });
  }

  render() {
    const { me, status } = this.hackathon;
    const mayForm = ["REGISTERED", "CHECKED_IN"].includes(me?.registration?.status ?? "") && !me?.teamId
      && ["REGISTRATION_OPEN", "REGISTRATION_CLOSED", "ACTIVE"].includes(status);
    return html`<div class="stack">
      ${mayForm ? html`<hh-form-team .hackathon=${this.hackathon}></hh-form-team>` : ""}
      ${failure(this.problem, () => void this.#load())}
      ${this.#list()}
    </div>`;
  }

  #list() {
    const { teams, wish, hackathon } = this;
    if (!teams) return this.problem ? "" : comingCards();
    if (teams.length === 0) return empty("users", text.noneYet, text.noneYetMore);
    const { max } = hackathon.teamSize;
    const found = fitting(teams, wish, max);
    const mine = found.filter(({ id }) => id === hackathon.me?.teamId);
    const others = found.filter(({ id }) => id !== hackathon.me?.teamId);
    const set = (/** @type {import("./finding.js").Wish} */ change) => (this.wish = { ...this.wish, ...change });
    return html`${teamTools(wish, skillsWanted(teams, max), found.length, set)}
      ${found.length === 0
        ? empty("search", text.noneFits, text.noneFitsMore, html`<button class="button" @click=${() => (this.wish = {})}>${text.clear}</button>`)
        : html`<ul class="grid">${repeat([...mine, ...others], (it) => it.id, (it) => html`<li class="team-card__item">${teamCard(it, hackathon)}</li>`)}</ul>`}`;
  }
}

const comingCards = () => html`<div class="grid" aria-busy="true">${Array.from({ length: 6 }, () => html`<div class="card skeleton"><div></div><div></div><div></div></div>`)}</div>`;

customElements.define("hh-teams", Teams);
