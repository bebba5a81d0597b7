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
  static properties = { hackathon: { attribute: false }, leaving: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** The results are on their way out, as long as that may be undone. */
    this.leaving = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdBoard(this.hackathon.id, false);
    this.model = model;
    this.until(release);
    this.until(model.state.watch(() => this.requestUpdate()));
  }

  render() {
    const { status } = this.hackathon;
    if (["COMPLETED", "CANCELLED"].includes(status)) return nothing;
    if (!["ACTIVE", "JUDGING"].includes(status)) return html`<p class="notice"><hh-icon name="info"></hh-icon>${text.resultsWait}</p>`;
    const frozen = this.model?.state.value.board?.frozen ?? false;
    return html`<section class="card stack" aria-labelledby="results">
      <div class="row row--apart"><h3 id="results">${text.results}</h3>${frozen ? html`<span class="badge badge--accent"><hh-icon name="snowflake"></hh-icon>${text.isFrozen}</span>` : nothing}</div>
      <p class="soft">${status === "JUDGING" ? text.finalizeMore : text.freezeMore}</p>
      <div class="row">
        <button class="button" ?disabled=${this.busy} @click=${() => this.#freeze(!frozen)}><hh-icon name=${frozen ? "play" : "snowflake"}></hh-icon>${frozen ? text.unfreeze : text.freeze}</button>
        ${status === "JUDGING" ? html`
          <button class="button" ?disabled=${this.busy} aria-busy=${this.busy} @click=${() => this.#finalize(false, [])}><hh-icon name="lock"></hh-icon>${text.finalize}</button>
          <button class="button button--primary" ?disabled=${this.busy || this.leaving} aria-busy=${this.leaving} @click=${this.#publish}><hh-icon name="trophy"></hh-icon>${text.publishResults}</button>` : nothing}
      </div>
      ${failure(this.problem)}
      ${this.#mend()}
    </section>`;
  }

  /** What stands in the way of finalizing, and the way around it. */
  #mend() {
    const guards = this.problem?.guards ?? [];
    const waive = guards.some(({ guard }) => guard === "reviews");
    const tied = guards.filter(({ guard }) => guard === "ties").map(({ teams = [] }) => teams);
    if (!waive && tied.length === 0) return nothing;
    return html`<div class="notice"><hh-icon name="info"></hh-icon><div class="stack stack--tight grow">
      ${waive ? html`<p><strong>${text.waive}.</strong> ${text.waiveMore}</p>` : nothing}
      ${tied.length > 0 ? html`<p><strong>${text.share}.</strong> ${text.shareMore}</p>` : nothing}
      <div><button class="button button--small" ?disabled=${this.busy} @click=${() => this.#finalize(waive, tied)}>${text.anyway}</button></div></div></div>`;
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
    if (done) toast(text.finalized, { kind: "good" });
  }

  /** Everybody sees it at once, so that it waits a moment. */
  #publish() {
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

customElements.define("hh-results-tools", ResultsTools);
