// @ts-check
/** @import { Hackathon, Scorecard } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import "./score-form.js";

/** @typedef {{teamId: string, name: string, project?: import("../api/types.js").Project, card?: Scorecard}} Assignment */

/** A judge's list, what is done and what is left, and the form for the one at hand. */
export class Judge extends Element {
  static properties = { hackathon: { attribute: false }, at: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {string | null} */
    this.at = null;
    /** @type {Assignment[] | null} */
    this.assignments = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load() {
    try {
      const [assigned, scored] = await Promise.all([hackathons.assignments(this.hackathon.id), hackathons.scores(this.hackathon.id)]);
      const cards = new Map(scored.map((card) => [card.teamId, card]));
      this.assignments = assigned.map(({ teamId, name }) => ({ teamId, name, card: cards.get(teamId) }));
      this.problem = null;
      // Where list and form stand side by side, there is no reason to begin with an empty form.
      if (this.at === null && matchMedia("(min-width: 60rem)").matches) this.at = this.#nextOpen();
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    if (!this.assignments) return this.problem ? failure(this.problem, () => void this.#load()) : skeleton(6);
    const { assignments, hackathon } = this;
    if (assignments.length === 0) return empty("gavel", "Nothing to judge yet", hackathon.status === "ACTIVE" ? "Projects come here once submissions have closed." : nothing);
    const done = assignments.filter(({ card }) => card?.complete).length;
    const current = assignments.find(({ teamId }) => teamId === this.at);
    return html`<div class="judge ${current ? "judge--open" : ""}">
      <div class="judge__list stack stack--tight">
        <p class="row row--apart"><strong>${done} of ${assignments.length} done</strong><span class="faint">${assignments.length - done} left</span></p>
        <progress class="judge__progress" max=${assignments.length} value=${done} aria-label="Done"></progress>
        <ul>${repeat(assignments, (it) => it.teamId, (it) => html`<li><button class="judge__item ${it.teamId === this.at ? "judge__item--on" : ""}" aria-pressed=${it.teamId === this.at} @click=${() => (this.at = it.teamId)}>
          <hh-icon name=${it.card?.complete ? "circle-check" : it.card ? "pencil" : "clock"}></hh-icon><span class="grow">${it.name}</span>
          <span class="faint">${it.card?.complete ? "done" : it.card ? "draft" : ""}</span></button></li>`)}</ul>
      </div>
      <div class="judge__form">
        ${current
          ? html`<button class="button button--small button--quiet judge__back" @click=${() => (this.at = null)}><hh-icon name="arrow-left"></hh-icon>All projects</button>
              ${repeat([current], (it) => it.teamId, (it) => html`<hh-score-form .hackathon=${hackathon} .assignment=${it} @scored=${this.#scored}></hh-score-form>`)}`
          : empty("gavel", "Choose a project", "Scores are saved as drafts until you mark them complete.")}
      </div>
    </div>`;
  }

  /** @param {CustomEvent} event */
  #scored({ detail }) {
    const { card, next } = detail;
    this.assignments = (this.assignments ?? []).map((it) => (it.teamId === card.teamId ? { ...it, card } : it));
    if (next) this.at = this.#nextOpen();
    this.requestUpdate();
  }

  #nextOpen() {
    return this.assignments?.find((it) => !it.card?.complete)?.teamId ?? null;
  }
}

customElements.define("hh-judge", Judge);
