// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";
import { holdBoard } from "./board-model.js";

const FINALIZED = "Finalized: the scorecards are kept as they are.";

/** Freeze, finalize, publish. */
export class ResultsTools extends Element {
  static properties = { hackathon: { attribute: false }, asking: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.asking = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdBoard(this.hackathon.id, false);
    this.model = model;
    this.until(release);
    this.until(model.state.watch(() => this.requestUpdate()));
  }

  render() {
    const { id, status } = this.hackathon;
    if (!["ACTIVE", "JUDGING"].includes(status)) return nothing;
    const frozen = this.model?.state.value.board?.frozen ?? false;
    return html`<div class="card stack stack--tight">
      <div class="row"><h3 class="grow">Results</h3>
        ${frozen
          ? html`<button class="button button--small" ?disabled=${this.busy} @click=${() => this.#do(() => hackathons.unfreeze(id), "The board is live again.")}>Unfreeze</button>`
          : html`<button class="button button--small" ?disabled=${this.busy} @click=${() => this.#do(() => hackathons.freeze(id), "The public board is frozen.")}><hh-icon name="snowflake"></hh-icon>Freeze</button>`}
        ${status === "JUDGING" ? html`
          <button class="button button--small" ?disabled=${this.busy} @click=${this.#finalize}>Finalize</button>
          <button class="button button--small button--primary" ?disabled=${this.busy} @click=${() => (this.asking = true)}>Publish results</button>` : nothing}
      </div>
      ${this.asking ? html`<div class="notice row"><span class="grow">Publishing completes the hackathon and shows the final ranks to everybody.</span>
        <button class="button button--small button--primary" ?disabled=${this.busy} aria-busy=${this.busy} @click=${this.#publish}>Publish</button><button class="button button--small" @click=${() => (this.asking = false)}>Not yet</button></div>` : nothing}
      ${failure(this.problem)}
      ${this.#mend()}
    </div>`;
  }

  /** What stands in the way of finalizing, and the way around it. */
  #mend() {
    const guards = this.problem?.guards ?? [];
    const waive = guards.some(({ guard }) => guard === "reviews");
    const tied = guards.filter(({ guard }) => guard === "ties").map(({ teams = [] }) => teams);
    const share = tied.length > 0;
    if (!waive && !share) return nothing;
    const text = waive && share ? "Finalize without the missing reviews, tied teams sharing their ranks" : waive ? "Finalize without the missing reviews" : "Finalize with shared ranks";
    return html`<div><button class="button button--small" ?disabled=${this.busy} @click=${() => this.#finalizeAnyway(waive, tied)}>${text}</button></div>`;
  }

  #finalize() {
    return this.#do(() => hackathons.finalize(this.hackathon.id, { waived: [], sharedRanks: [] }), FINALIZED);
  }

  /** @param {boolean} waive @param {string[][]} sharedRanks the ties as the server found them: the board knows no normalised ranks */
  #finalizeAnyway(waive, sharedRanks) {
    const { id } = this.hackathon;
    return this.#do(async () => {
      const judges = waive ? (await hackathons.staff(id)).items.filter((/** @type {{roles: string[]}} */ { roles }) => roles.includes("JUDGE")) : [];
      const waived = judges.map((/** @type {{user: {id: string}}} */ { user }) => ({ judgeId: user.id }));
      await hackathons.finalize(id, { waived, sharedRanks });
    }, FINALIZED);
  }

  async #publish() {
    await this.#do(() => hackathons.publishResults(this.hackathon.id), "The results are published.");
    this.asking = false;
    this.emit("changed");
  }

  /** @param {() => Promise<any>} task @param {string} done */
  async #do(task, done) {
    if (await this.attempt(task)) toast(done, { kind: "good" });
  }
}

customElements.define("hh-results-tools", ResultsTools);
