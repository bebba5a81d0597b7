// @ts-check
/** @import { Hackathon, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import "./form-team.js";
import { teamCard } from "./team-card.js";

/** All teams of a hackathon, and forming one of one's own. */
export class Teams extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {Team[] | null} */
    this.teams = null;
    /** @type {string | null} */
    this.cursor = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load(cursor = "") {
    try {
      const page = await hackathons.teams(this.hackathon.id, { limit: 60, cursor });
      this.teams = [...(cursor && this.teams ? this.teams : []), ...page.items];
      this.cursor = page.nextCursor;
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    const { me, status } = this.hackathon;
    const mayForm = ["REGISTERED", "CHECKED_IN"].includes(me?.registration?.status ?? "") && !me?.teamId
      && ["REGISTRATION_OPEN", "REGISTRATION_CLOSED", "ACTIVE"].includes(status);
    return html`<div class="stack">
      ${mayForm ? html`<hh-form-team .hackathon=${this.hackathon}></hh-form-team>` : nothing}
      ${failure(this.problem, () => void this.#load())}
      ${this.#list()}
    </div>`;
  }

  #list() {
    if (!this.teams) return this.problem ? nothing : skeleton(6);
    if (this.teams.length === 0) return empty("users", "No teams yet", "Whoever is registered can form one.");
    return html`<div class="grid">${repeat(this.teams, (it) => it.id, (it) => teamCard(it, this.hackathon))}</div>
      ${this.cursor ? html`<button class="button" @click=${() => this.#load(this.cursor ?? "")}>More</button>` : nothing}`;
  }
}

customElements.define("hh-teams", Teams);
