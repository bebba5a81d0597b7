// @ts-check
/** @import { Board } from "../live/types.js" */
import { Element } from "../design/element.js";
import { html } from "lit";
import { changesOf } from "./changes.js";
import { text } from "./text.js";

/** A judge moves several rows a minute: what came of them is told in one breath. */
const QUIET_MS = 6000;

const { changed } = text;

/** Tells those who hear a board instead of seeing it what changed: who leads, where they are, how much moved; not each row. */
export class BoardAnnouncer extends Element {
  static properties = { board: { attribute: false }, mine: {}, said: { state: true } };

  constructor() {
    super();
    /** @type {Board | null} */
    this.board = null;
    /** @type {string | undefined} */
    this.mine = undefined;
    this.said = "";
    /** The board as it was last told of. @type {Board | null} */
    this.told = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.until(() => clearTimeout(this.timer));
  }

  willUpdate() {
    if (!this.board) return;
    this.told ??= this.board;
    if (this.told !== this.board) this.timer ??= setTimeout(() => this.#tell(), QUIET_MS);
  }

  #tell() {
    this.timer = undefined;
    if (!this.board || !this.told) return;
    const changes = changesOf(this.told, this.board, this.mine);
    this.told = this.board;
    if (!changes) return;
    const { leader, mine, moved, scores, frozen } = changes;
    const sentences = [
      frozen === undefined ? "" : frozen ? changed.frozen : changed.live,
      leader === undefined ? "" : changed.leader(leader),
      mine === undefined ? "" : changed.mine(mine),
      moved.length > 0 ? changed.moved(moved) : scores > 0 ? changed.scores(scores) : "",
    ];
    this.said = sentences.filter(Boolean).join(" ");
  }

  render() {
    return html`<div class="sr-only" aria-live="polite" aria-atomic="true">${this.said}</div>`;
  }
}

customElements.define("hh-board-announcer", BoardAnnouncer);
