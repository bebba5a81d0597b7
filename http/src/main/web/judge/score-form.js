// @ts-check
/** @import { Criterion, Hackathon } from "../api/types.js" */
/** @import { Scoring } from "./scoring.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { failure } from "../design/states.js";
import { momentOf } from "../design/time.js";
import { listing, numberOf } from "../i18n/catalogue.js";
import "./criterion.js";
import { missingOf, scoreOf } from "./rubric.js";
import { text } from "./text.js";

/** The form of one project's card. */
export class ScoreForm extends Element {
  static properties = { hackathon: { attribute: false }, scoring: { attribute: false }, turn: { attribute: false }, connected: { attribute: false }, last: { type: Boolean } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {Scoring} */
    this.scoring = /** @type {any} */ (undefined);
    /** Counts the scoring's changes. */
    this.turn = 0;
    this.connected = true;
    /** Whether nothing else is left to do. */
    this.last = false;
  }

  render() {
    const { scoring, hackathon } = this;
    const { content, complete, elsewhere, problem } = scoring;
    const open = hackathon.status === "JUDGING";
    const total = hackathon.judgingCriteria.reduce((sum, { weight }) => sum + weight, 0);
    const score = scoreOf(hackathon.judgingCriteria, content.marks);
    return html`<form class="score stack" aria-label=${text.scores} @submit=${this.#submit} @mark=${(/** @type {CustomEvent} */ { detail }) => scoring.mark(detail.key, detail.mark)}>
      <div class="row row--apart"><h3>${text.scores}</h3>${complete ? html`<span class="badge badge--good"><hh-icon name="circle-check"></hh-icon>${text.completed}</span>` : nothing}</div>
      ${open ? nothing : html`<p class="notice"><hh-icon name="lock"></hh-icon><span>${this.#closed()}</span></p>`}
      ${elsewhere ? html`<p class="notice" role="status"><hh-icon name="refresh-cw"></hh-icon><span>${text.elsewhere}</span></p>` : nothing}
      <fieldset class="stack" ?disabled=${!open}>
        <legend class="sr-only">${text.scores}</legend>
        ${hackathon.judgingCriteria.map((it) => this.#criterion(it, total))}
        <label class="field"><span>${text.comment}</span><textarea class="input" rows="2" maxlength="4000" .value=${content.comment} @input=${(/** @type {Event} */ event) => scoring.say(/** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea><span class="field__hint">${text.commentHint}</span></label>
      </fieldset>
      ${score === null ? nothing : html`<p class="row row--apart"><span class="soft">${text.total}</span><strong class="numbers">${text.totalOf(numberOf(Math.round(score * 10) / 10))}</strong></p>`}
      ${failure(problem?.status === 422 ? null : problem)}
      ${open ? this.#acts() : nothing}
      ${open ? keys : nothing}
    </form>`;
  }

  /** @param {Criterion} criterion @param {number} total */
  #criterion(criterion, total) {
    const { key, weight } = criterion;
    return html`<hh-criterion .criterion=${criterion} .value=${this.scoring.content.marks[key]} .share=${Math.round((100 * weight) / total)} .error=${this.scoring.problem?.at(`/criteria/${key}`)}></hh-criterion>`;
  }

  #acts() {
    const { state, complete, content } = this.scoring;
    const missing = missingOf(this.hackathon.judgingCriteria, content.marks);
    const waiting = state === "saving" && !this.connected;
    // Nothing is left to do with what is complete, until it is changed.
    const settled = complete && !["changed", "refused", "saving"].includes(state);
    return html`
      <p class="score__status faint" role="status">${text.status[waiting ? "waiting" : state] ?? (missing.length > 0 ? text.missing(listing(missing.map(({ name }) => name))) : nothing)}</p>
      <div class="row score__acts" ?hidden=${settled}>
        <button class="button button--primary grow" ?disabled=${missing.length > 0 || (complete && state === "saving")} aria-busy=${state === "saving"}>${complete ? text.saveChange : this.last ? text.completeLast : text.complete}</button>
        ${complete && state === "changed" ? html`<button class="button" type="button" @click=${() => this.scoring.discard()}>${text.undoChange}</button>` : nothing}
      </div>`;
  }

  #closed() {
    const { status, endDate, graceMinutes = 0 } = this.hackathon;
    if (status === "COMPLETED") return text.closedAfter;
    return status === "ACTIVE" ? text.closedActive(momentOf(new Date(Date.parse(endDate) + graceMinutes * 60_000))) : text.closedBefore;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    this.emit("complete");
  }
}

const keys = html`<details class="score__keys faint"><summary>${text.keys}</summary><dl>
  <div><dt><kbd>J</kbd> <kbd>K</kbd></dt><dd>${text.keyProject}</dd></div>
  <div><dt><kbd>1</kbd>–<kbd>9</kbd>, <kbd>0</kbd></dt><dd>${text.keyScore}</dd></div>
  <div><dt><kbd>A</kbd></dt><dd>${text.keyAbstain}</dd></div>
  <div><dt><kbd>Ctrl</kbd> <kbd>↵</kbd></dt><dd>${text.keyComplete}</dd></div>
</dl></details>`;

customElements.define("hh-score-form", ScoreForm);
