// @ts-check
/** @import { BoardRow } from "../live/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Element } from "../design/element.js";
import { locale } from "../i18n/language.js";
import "../design/icon.js";
import { empty, skeleton } from "../design/states.js";
import { holdBoard } from "./board-model.js";
import { glide, placesOf } from "./flip.js";

const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A board that moves: rows glide to their new places, a changed score lights up. */
export class Leaderboard extends Element {
  static properties = { hackathonId: {}, full: { type: Boolean }, limit: { type: Number }, mine: {} };

  constructor() {
    super();
    this.hackathonId = "";
    this.full = false;
    this.limit = 0;
    /** My team. @type {string | undefined} */
    this.mine = undefined;
    /** @type {Map<string, number>} */
    this.scores = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdBoard(this.hackathonId, this.full);
    this.model = model;
    this.until(release);
    this.until(model.state.watch(() => this.requestUpdate()));
  }

  willUpdate() {
    this.places = placesOf(this);
  }

  updated() {
    if (this.places) glide(this, this.places);
    const rows = this.model?.state.value.board?.rows ?? [];
    for (const { teamId, score: now } of rows) {
      const before = this.scores.get(teamId);
      if (before !== undefined && before !== now) this.#light(teamId);
      this.scores.set(teamId, now);
    }
  }

  /** @param {string} teamId */
  #light(teamId) {
    const row = this.querySelector(`[data-flip="${CSS.escape(teamId)}"]`);
    row?.animate([{ background: "var(--accent-wash)" }, { background: "transparent" }], { duration: 1600, easing: "ease-out" });
  }

  render() {
    const { board, refusal } = this.model?.state.value ?? { board: null, refusal: null };
    if (refusal) return empty("trophy", "No leaderboard to see", "It is shown to those whom the organizers chose.");
    if (!board) return skeleton(6);
    if (board.rows.length === 0) return empty("trophy", "No scores yet", "The board fills as the judges score.");
    const rows = this.limit > 0 ? board.rows.slice(0, this.limit) : board.rows;
    return html`
      ${board.frozen ? html`<p class="notice"><hh-icon name="snowflake"></hh-icon>The board is frozen: scores that came since are kept for the end.</p>` : nothing}
      <table class="board" aria-label="Leaderboard">
        <thead><tr><th scope="col">Place</th><th scope="col">Team</th><th scope="col" class="board__score">Score</th></tr></thead>
        <tbody>${repeat(rows, (row) => row.teamId, (row) => this.#row(row))}</tbody>
      </table>`;
  }

  /** @param {BoardRow} row */
  #row({ rank, teamId, name, score: points, delta, tied }) {
    return html`<tr data-flip=${teamId} class="board__row ${rank <= 3 ? `board__row--${rank}` : ""} ${teamId === this.mine ? "board__row--mine" : ""}">
      <td class="board__rank numbers">${rank}${tied ? html`<span class="faint" title="Tied">=</span>` : nothing}</td>
      <td class="board__team"><span>${name}</span>${moved(delta)}</td>
      <td class="board__score numbers">${score.format(points)}</td>
    </tr>`;
  }
}

/** @param {number} delta */
function moved(delta) {
  if (!delta) return nothing;
  const up = delta > 0;
  const text = `${up ? "Up" : "Down"} ${Math.abs(delta)}`;
  return html`<span class="board__moved ${up ? "board__moved--up" : "board__moved--down"}" aria-label=${text} title=${text}><hh-icon name=${up ? "arrow-up" : "arrow-down"}></hh-icon>${Math.abs(delta)}</span>`;
}

customElements.define("hh-leaderboard", Leaderboard);
