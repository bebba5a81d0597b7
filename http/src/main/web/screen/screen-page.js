// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { followChanges } from "../announcements/feed.js";
import { hackathons } from "../api/hackathons.js";
import { live } from "../app/services.js";
import { holdBoard } from "../board/board-model.js";
import "../board/leaderboard.js";
import { pagesOf } from "../board/shown-rows.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { empty, failure, skeleton } from "../design/states.js";
import "./connection-mark.js";
import { head, news, stage, takeover } from "./parts.js";
import { takeoverOf } from "./takeover.js";
import { text } from "./text.js";
import { stayAwake } from "./wake-lock.js";

const RELOAD_MS = 60_000;
const TICK_MS = 1000;
const PAGE_MS = 12_000;
const IDLE_MS = 4000;
/** Ten rows can be read from afar; the leaders are on every page. */
const BOARD = { limit: 10, pinned: 3 };

/** For the hall: read from afar, by nobody in particular, without a touch for days. */
export class ScreenPage extends Element {
  static properties = { slug: {}, page: { state: true }, idle: { state: true } };

  constructor() {
    super();
    this.slug = "";
    /** @type {Hackathon | null} */
    this.hackathon = null;
    this.page = 0;
    /** Nobody moves the pointer: no buttons. */
    this.idle = false;
    this.pagedAt = Date.now();
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
    this.every(RELOAD_MS, () => void this.#load());
    this.every(TICK_MS, () => this.#tick());
    for (const act of ["pointermove", "keydown", "focusin"]) this.hears(window, act, () => this.#moved());
    this.until(stayAwake());
    this.until(() => clearTimeout(this.timer));
    this.#moved();
  }

  #load() {
    return this.reads(async () => {
      this.hackathon = await hackathons.get(this.slug);
      this.titled(this.hackathon.title);
      this.#follow(this.hackathon.id);
    });
  }

  /** @param {string} id */
  #follow(id) {
    if (this.feed || !this.isConnected) return;
    this.feed = followChanges(this, id, () => void this.#load());
    const { model: board, release } = holdBoard(id, false);
    this.board = board;
    this.until(release);
    this.watch(board.state, this.feed.changed);
  }

  get rows() {
    return this.board?.state.value.board?.rows.length ?? 0;
  }

  #tick() {
    if (Date.now() - this.pagedAt >= PAGE_MS) {
      this.pagedAt = Date.now();
      this.page = (this.page + 1) % pagesOf(this.rows, BOARD);
    }
    this.requestUpdate();
  }

  #moved() {
    this.idle = false;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.idle = true), IDLE_MS);
  }

  render() {
    const { hackathon } = this;
    if (!hackathon) return html`<div class="page">${this.problem?.status === 404 ? html`<h1 class="sr-only">${text.none}</h1>${empty("monitor", text.none, text.noneMore)}` : this.problem ? failure(this.problem, () => void this.#load()) : skeleton()}</div>`;
    const list = this.feed?.list ?? [];
    const urgent = takeoverOf(list, Date.now() + live.skew);
    return html`<div class="screen ${this.idle ? "screen--idle" : ""}">
      ${head(hackathon, this.rows > 0)}
      ${this.rows > 0 ? this.#board(hackathon) : stage(hackathon)}
      ${news(hackathon, list[0])}
      ${this.#foot()}
      ${urgent ? takeover(urgent) : nothing}
    </div>`;
  }

  /** @param {Hackathon} hackathon */
  #board(hackathon) {
    const { rows } = this;
    const { frozen = false } = this.board?.state.value.board ?? {};
    const pages = pagesOf(rows, BOARD);
    const page = this.page % pages;
    const share = BOARD.limit - BOARD.pinned;
    const from = pages === 1 ? 1 : Math.max(BOARD.pinned, Math.min(BOARD.pinned + page * share, rows - share)) + 1;
    return html`<section class="screen__board" aria-label=${text.board}>
      <h2 class="screen__label">${hackathon.status === "COMPLETED" ? text.final : text.board}<span class="numbers">${pages > 1 ? text.places(from, from + share - 1, rows) : text.teams(rows)}</span></h2>
      ${frozen ? html`<p class="screen__frozen"><hh-icon name="snowflake"></hh-icon>${text.frozen}</p>` : nothing}
      <hh-leaderboard hackathonId=${hackathon.id} limit=${BOARD.limit} pinned=${BOARD.pinned} page=${page} brief></hh-leaderboard>
    </section>`;
  }

  #foot() {
    const full = document.fullscreenElement !== null;
    const pages = pagesOf(this.rows, BOARD);
    return html`<footer class="screen__foot">
      <hh-connection-mark></hh-connection-mark>
      ${pages > 1 ? html`<span class="screen__pages" aria-hidden="true">${Array.from({ length: pages }, (_, at) => html`<i class=${at === this.page % pages ? "screen__page--now" : ""}></i>`)}</span>` : nothing}
      ${document.fullscreenEnabled ? html`<button class="button screen__full" type="button" @click=${() => this.attempt(() => (full ? document.exitFullscreen() : document.documentElement.requestFullscreen()))}><hh-icon name="monitor"></hh-icon>${full ? text.notFull : text.full}</button>` : nothing}
    </footer>`;
  }
}

customElements.define("hh-screen-page", ScreenPage);
