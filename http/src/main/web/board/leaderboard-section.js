// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "./leaderboard.js";
import "./results-tools.js";

/** The board as everybody sees it; organizers choose between that and the full one, and steer the results. */
export class LeaderboardSection extends Element {
  static properties = { hackathon: { attribute: false }, organizer: { type: Boolean }, full: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.organizer = false;
    this.full = false;
  }

  render() {
    const { id, me } = this.hackathon;
    const board = (/** @type {boolean} */ full) => html`<hh-leaderboard hackathonId=${id} ?full=${full} mine=${me?.teamId ?? nothing}></hh-leaderboard>`;
    return html`<div class="stack">
      ${this.organizer
        ? html`<hh-results-tools .hackathon=${this.hackathon}></hh-results-tools>
            <label class="check"><input type="checkbox" .checked=${this.full} @change=${(/** @type {Event} */ event) => (this.full = /** @type {HTMLInputElement} */ (event.target).checked)}>Show the full board, which no freeze hides</label>`
        : nothing}
      <div class="card">${this.full ? html`<div>${board(true)}</div>` : board(false)}</div>
    </div>`;
  }
}

customElements.define("hh-leaderboard-section", LeaderboardSection);
