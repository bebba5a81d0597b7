// @ts-check
/** @import { Hackathon, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Element } from "../design/element.js";
import { empty, failure } from "../design/states.js";
import "./mentored-room.js";
import { invitingTeams } from "./rooms.js";
import { text } from "./text.js";

/** The rooms into which a mentor was invited; within one hackathon, or all of them. */
export class Mentoring extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon | undefined} */
    this.hackathon = undefined;
    /** @type {Team[] | null} */
    this.teams = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
    this.hears(document, "visibilitychange", () => document.hidden || void this.#load());
  }

  #load() {
    return this.reads(async () => {
      this.teams = await invitingTeams(this.hackathon?.id);
    });
  }

  render() {
    const { teams, hackathon } = this;
    if (!teams) return this.problem ? failure(this.problem, () => void this.#load()) : coming();
    if (teams.length === 0) {
      const way = hackathon ? html`<a class="button" href=${`/hackathons/${hackathon.slug}/chat`}>${text.toChat}</a>` : html`<a class="button" href="/">${text.hackathons}</a>`;
      return empty("heart-handshake", text.none, text.noneMore, way);
    }
    return html`<div class="stack">
      ${hackathon ? html`<p class="soft">${text.lead}</p>` : nothing}
      <ul class="grid">${repeat(teams, (it) => it.id, (it) => html`<li class="mentoring__item"><hh-mentored-room .team=${it}></hh-mentored-room></li>`)}</ul>
    </div>`;
  }
}

const coming = () => html`<div class="grid" aria-busy="true">${Array.from({ length: 3 }, () => html`<div class="card skeleton"><div></div><div></div><div></div></div>`)}</div>`;

customElements.define("hh-mentoring", Mentoring);
