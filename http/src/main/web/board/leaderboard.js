// @ts-check
/** @import { Board, BoardRow } from "../live/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { empty } from "../design/states.js";
import { locale } from "../i18n/language.js";
import "./announcer.js";
import { holdBoard } from "./board-model.js";
import { glide, placesOf } from "./flip.js";
import { shownRows } from "./shown-rows.js";
import { text } from "./text.js";

const score = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A board that moves: rows glide to their new places, a changed score lights up, one's own team stays in sight. */
export class Leaderboard extends Element {
  static properties = { hackathonId: {}, full: { type: Boolean }, limit: { type: Number }, page: { type: Number }, pinned: { type: Number }, mine: {}, brief: { type: Boolean } };

  constructor() {
    super();
    this.hackathonId = "";
    /** The organizers' view, which no freeze hides. */
    this.full = false;
    /** How many rows; 0 = all. */
    this.limit = 0;
    /** Which page of `limit` rows, from 0. */
    this.page = 0;
    /** How many of the first are on every page. */
    this.pinned = 0;
    /** My team. @type {string | undefined} */
    this.mine = undefined;
    /** Without what surrounds the table. */
    this.brief = false;
    /** @type {Map<string, number>} */
    this.scores = new Map();
    /** @type {Map<string, number> | null} */
    this.places = null;
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdBoard(this.hackathonId, this.full);
    this.model = model;
    this.until(release);
    this.until(model.state.watch(() => (this.requestUpdate(), this.emit("board", model.state.value.board))));
    if (model.state.value.board) queueMicrotask(() => this.emit("board", model.state.value.board));
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
    row?.animate([{ background: "var(--accent-wash)" }, { background: "transparent" }], { duration: 2400, easing: "ease-out" });
  }

  render() {
    const { board, refusal } = this.model?.state.value ?? { board: null, refusal: null };
    if (refusal) return empty("trophy", text.refused, text.refusedMore);
    if (!board) return boardSkeleton(this.limit || 8);
    if (board.rows.length === 0) return empty("trophy", text.empty, text.emptyMore);
    const rows = shownRows(board.rows, this);
    return html`
      ${this.brief ? nothing : frozen(board)}
      <table class="board ${board.frozen ? "board--frozen" : ""}" aria-label=${text.title}>
        <thead><tr><th scope="col" class="board__rank">${text.place}</th><th scope="col">${text.team}</th><th scope="col" class="board__moves"><span class="sr-only">${text.movement}</span></th><th scope="col" class="board__score">${text.score}</th></tr></thead>
        <tbody>${repeat(rows, (row) => row.teamId, (row) => this.#row(row))}</tbody>
      </table>
      <hh-board-announcer .board=${board} .mine=${this.mine}></hh-board-announcer>`;
  }

  /** @param {BoardRow} row */
  #row({ rank, teamId, name, score: points, delta, tied }) {
    const mine = teamId === this.mine;
    const medal = rank <= 3;
    return html`<tr data-flip=${teamId} class="board__row ${medal ? `board__row--${rank}` : ""} ${mine ? "board__row--mine" : ""}">
      <td class="board__rank numbers"><span class=${medal ? "board__medal" : ""} title=${medal ? text.medals[rank - 1] : nothing}>${rank}</span>${tied ? html`<span class="board__tied" aria-hidden="true" title=${text.tied}>=</span><span class="sr-only"> ${text.tied}</span>` : nothing}</td>
      <th scope="row" class="board__team"><span class="board__name">${name}</span>${mine ? html` <span class="badge badge--accent">${text.mine}</span>` : nothing}</th>
      <td class="board__moves">${moved(delta)}</td>
      <td class="board__score numbers">${score.format(points)}</td>
    </tr>`;
  }
}

/** @param {Board} board */
const frozen = ({ frozen: is }) => is
  ? html`<p class="notice board__frozen" role="note"><hh-icon name="snowflake"></hh-icon><span><strong>${text.frozen}.</strong> ${text.frozenMore}</span></p>`
  : nothing;

/** @param {number} delta places gained */
function moved(delta) {
  if (!delta) return nothing;
  const up = delta > 0;
  const words = up ? text.up(delta) : text.down(-delta);
  return html`<span class="board__moved ${up ? "board__moved--up" : "board__moved--down"}" title=${words}><hh-icon name=${up ? "chevron-up" : "chevron-down"}></hh-icon><span aria-hidden="true">${Math.abs(delta)}</span><span class="sr-only">${words}</span></span>`;
}

/** @param {number} rows */
const boardSkeleton = (rows) => html`<div class="board-coming" role="status" aria-label=${text.loading}>${Array.from({ length: rows }, () => html`<div><i></i><i></i><i></i></div>`)}</div>`;

customElements.define("hh-leaderboard", Leaderboard);
