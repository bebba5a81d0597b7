// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";
import { later, undoable } from "../design/undo.js";
import { text } from "../organize/text.js";
import { holdBoard } from "./board-model.js";

/** Freeze, finalize, publish. */
export class ResultsTools extends Element {
  static properties = { hackathon: { attribute: false }, leaving: { state: true }, final: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** The results are on their way out, as long as that may be undone. */
    this.leaving = false;
    /** Finalized from here: what is left is to show it. */
    this.final = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdBoard(this.hackathon.id, false);
    this.model = model;
    this.until(release);
    this.watch(model.state);
  }

  render() {
    const { status } = this.hackathon;
    if (["COMPLETED", "CANCELLED"].includes(status)) return nothing;
    if (!["ACTIVE", "JUDGING"].includes(status)) return html`<p class="notice"><hh-icon name="info"></hh-icon>${text.resultsWait}</p>`;
    const frozen = this.model?.state.value.board?.frozen ?? false;
    const judging = status === "JUDGING";
    return html`<section class="card stack" aria-labelledby="results">
      <h3 id="results">${text.results}</h3>
      <ol class="steps">
        ${step("snowflake", frozen ? text.isFrozen : text.freezeTitle, text.freezeMore, html`<button class="button" ?disabled=${this.busy} @click=${() => this.#freeze(!frozen)}>${frozen ? text.unfreeze : text.freeze}</button>`)}
        ${judging ? html`
          ${step("lock", text.finalizeTitle, text.finalizeMore, this.final ? html`<span class="badge badge--good"><hh-icon name="check"></hh-icon>${text.isFinal}</span>` : html`<button class="button button--primary results__finalize" ?disabled=${this.busy} aria-busy=${this.busy} @click=${() => this.#finalize(false, [])}>${text.finalize}</button>`)}
          ${this.#refused()}
          ${step("trophy", text.publishTitle, text.publishMore, html`<button class="button ${this.final ? "button--primary" : ""}" ?disabled=${this.busy || this.leaving} aria-busy=${this.leaving} @click=${this.#publish}>${text.publishResults}</button>`)}` : nothing}
      </ol>
      ${judging ? nothing : failure(this.problem)}
    </section>`;
  }

  /** What stands in the way, and the ways around it. */
  #refused() {
    const { problem, hackathon } = this;
    if (!problem) return nothing;
    const { guards } = problem;
    if (guards.length === 0) return html`<li>${failure(problem)}</li>`;
    const waive = guards.some(({ guard }) => guard === "reviews");
    const tied = guards.filter(({ guard }) => guard === "ties").map(({ teams = [] }) => teams);
    return html`<li><div class="notice notice--warn" role="alert"><hh-icon name="triangle-alert"></hh-icon><div class="stack grow">
      <strong>${text.notYet}</strong>
      <ul>${guards.map(({ guard, message, teams = [] }) => html`<li>${guard === "ties" && teams.length > 0 ? text.tiedTeams(this.#names(teams)) : message}</li>`)}</ul>
      ${waive ? html`<p><strong>${text.waive}.</strong> ${text.waiveMore}</p>` : nothing}
      ${tied.length > 0 ? html`<p><strong>${text.share}.</strong> ${text.shareMore}</p>` : nothing}
      <div class="row">${waive || tied.length > 0 ? html`<button class="button button--small results__anyway" ?disabled=${this.busy} aria-busy=${this.busy} @click=${() => this.#finalize(waive, tied)}>${text.anyway}</button>` : nothing}
        ${waive && !this.closest("hh-judging") ? html`<a class="button button--small" href=${`/hackathons/${hackathon.slug}/organize/judging`}>${text.mend.reviews}<hh-icon name="arrow-right"></hh-icon></a>` : nothing}</div></div></div></li>`;
  }

  /** @param {string[]} teams */
  #names(teams) {
    const rows = this.model?.state.value.board?.rows ?? [];
    return rows.filter(({ teamId }) => teams.includes(teamId)).map(({ name }) => name);
  }

  /** @param {boolean} on */
  async #freeze(on) {
    const { id } = this.hackathon;
    const act = (/** @type {boolean} */ it) => (it ? hackathons.freeze(id) : hackathons.unfreeze(id));
    if (await this.attempt(() => act(on))) undoable(on ? text.isFrozen : text.isLive, () => act(!on));
  }

  /** @param {boolean} waive @param {string[][]} sharedRanks the ties as the server found them: the board knows no normalised ranks */
  async #finalize(waive, sharedRanks) {
    const { id } = this.hackathon;
    const done = await this.attempt(async () => {
      const judges = waive ? (await hackathons.staff(id)).items.filter((/** @type {{roles: string[]}} */ { roles }) => roles.includes("JUDGE")) : [];
      const waived = judges.map((/** @type {{user: {id: string}}} */ { user }) => ({ judgeId: user.id }));
      await hackathons.finalize(id, { waived, sharedRanks });
    });
    // Refused for the phase while judging runs: it was finalized before.
    this.final = done || this.problem?.slug === "phase";
    if (this.final) this.problem = null;
    if (done) toast(text.finalized, { kind: "good" });
    return this.final;
  }

  /** What is published is final. Everybody sees it at once, so that it waits a moment. */
  async #publish() {
    if (!this.final && !(await this.#finalize(false, []))) return;
    this.leaving = true;
    const { id } = this.hackathon;
    const page = this.parentElement;
    later(text.publishingResults, async () => {
      await hackathons.publishResults(id);
      this.leaving = false;
      (this.isConnected ? this : page)?.dispatchEvent(new CustomEvent("changed", { bubbles: true }));
    }, () => (this.leaving = false));
  }
}

/** @param {string} icon @param {string} title @param {string} more @param {unknown} act */
const step = (icon, title, more, act) => html`<li class="steps__one"><span class="steps__icon"><hh-icon name=${icon}></hh-icon></span><span class="grow"><strong>${title}</strong><br><span class="soft">${more}</span></span>${act}</li>`;

customElements.define("hh-results-tools", ResultsTools);
