// @ts-check
/** @import { Hackathon } from "../api/types.js" */
/** @import { Board } from "../live/types.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { toastProblem } from "../design/toast.js";
import "./leaderboard.js";
import { text } from "./text.js";

/** The board as everybody sees it; organizers choose between that and the full one, and steer the results. */
export class LeaderboardSection extends Element {
  static properties = { hackathon: { attribute: false }, organizer: { type: Boolean }, full: { state: true }, board: { state: true }, tools: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.organizer = false;
    this.full = false;
    /** Whether what steers the results is there. */
    this.tools = false;
    /** @type {Board | null} */
    this.board = null;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // The others need none of it.
    if (changed.has("organizer") && this.organizer) import("./results-tools.js").then(() => (this.tools = true), toastProblem);
  }

  render() {
    const { id, me, status } = this.hackathon;
    const board = (/** @type {boolean} */ full) => html`<hh-leaderboard hackathonId=${id} ?full=${full} mine=${me?.teamId ?? nothing} @board=${(/** @type {CustomEvent} */ { detail }) => (this.board = detail)}></hh-leaderboard>`;
    const count = this.board?.rows.length ?? 0;
    return html`<div class="stack">
      ${this.organizer
        ? html`${this.tools && ["ACTIVE", "JUDGING"].includes(status) ? html`<details class="board-tools"><summary class="button">${text.tools}<hh-icon name="chevron-down"></hh-icon></summary><hh-results-tools .hackathon=${this.hackathon}></hh-results-tools></details>` : nothing}
            ${this.board?.frozen || this.full ? html`<label class="check"><input type="checkbox" .checked=${this.full} @change=${(/** @type {Event} */ event) => (this.full = /** @type {HTMLInputElement} */ (event.target).checked)}>${text.full}</label>` : nothing}`
        : nothing}
      <div class="card board-card">${this.full ? html`<div>${board(true)}</div>` : board(false)}</div>
      ${count > 0 ? html`<p class="row row--apart faint"><span>${status === "COMPLETED" ? text.final : text.weighted}</span>
        <span class="numbers">${text.teams(count)}</span></p>` : nothing}
    </div>`;
  }
}

customElements.define("hh-leaderboard-section", LeaderboardSection);
