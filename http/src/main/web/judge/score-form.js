// @ts-check
/** @import { Criterion, Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { teams } from "../api/teams.js";
import { live, session } from "../app/services.js";
import "../chat/markdown-text.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";

/** One project scored by one judge, by the hackathon's criteria. Sent over the live connection: it survives a bad network. */
export class ScoreForm extends Element {
  static properties = { hackathon: { attribute: false }, assignment: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {import("./judge.js").Assignment} */
    this.assignment = /** @type {any} */ (undefined);
    /** @type {Record<string, number | null | undefined>} */
    this.values = {};
    this.comment = "";
  }

  connectedCallback() {
    super.connectedCallback();
    const { card, project, teamId } = this.assignment;
    this.values = { ...card?.criteria };
    this.comment = card?.comment ?? "";
    if (!project) teams.project(teamId).then((it) => ((this.assignment = { ...this.assignment, project: it }), this.requestUpdate()), () => {});
  }

  render() {
    const { name, project, card } = this.assignment;
    const open = this.hackathon.status === "JUDGING";
    return html`<form class="stack" @submit=${(/** @type {SubmitEvent} */ event) => this.#submit(event, true)}>
      <div class="row row--apart"><h2>${name}</h2>${card?.complete ? html`<span class="badge badge--good">Complete</span>` : nothing}</div>
      ${project ? html`<hh-markdown class="soft" .text=${project.description}></hh-markdown>
        <p class="row">${[["Repository", project.repositoryUrl], ["Demo", project.demoUrl]].map(([label, url]) => url && /^https?:/.test(url) ? html`<a class="button button--small" href=${url} target="_blank" rel="noopener nofollow"><hh-icon name="external-link"></hh-icon>${label}</a>` : nothing)}</p>` : nothing}
      ${open ? nothing : html`<p class="notice">Scores are taken while the hackathon is in judging.</p>`}
      <fieldset class="stack" ?disabled=${!open}>
        <legend class="sr-only">Scores</legend>
        ${this.hackathon.judgingCriteria.map((criterion) => this.#criterion(criterion))}
        <label class="field"><span>Comment</span><textarea class="input" rows="3" maxlength="4000" .value=${this.comment} @input=${(/** @type {Event} */ event) => (this.comment = /** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea></label>
      </fieldset>
      ${failure(this.problem)}
      ${open ? html`<div class="row">
        <button class="button button--primary" ?disabled=${this.busy || !this.#whole} aria-busy=${this.busy}>Complete, next</button>
        <button class="button" type="button" ?disabled=${this.busy} @click=${(/** @type {Event} */ event) => this.#submit(event, false)}>Save draft</button>
        ${this.#whole ? nothing : html`<span class="faint">Score every criterion to complete.</span>`}
      </div>` : nothing}
    </form>`;
  }

  get #whole() {
    return this.hackathon.judgingCriteria.every(({ key, optional }) => (optional ? this.values[key] !== undefined : typeof this.values[key] === "number"));
  }

  /** @param {Criterion} criterion */
  #criterion({ key, name, weight, min, max, optional }) {
    const value = this.values[key];
    const set = (/** @type {number | null | undefined} */ to) => ((this.values = { ...this.values, [key]: to }), this.requestUpdate());
    return html`<div class="criterion">
      <label class="row row--apart" for=${`score-${key}`}><span><strong>${name}</strong> <span class="faint">weight ${weight}</span></span><output class="criterion__value numbers">${value === null ? "abstained" : (value ?? "–")}</output></label>
      <input id=${`score-${key}`} type="range" min=${min} max=${max} step=${max - min <= 10 ? 0.5 : 1} .value=${String(value ?? (min + max) / 2)} class=${value === undefined || value === null ? "criterion__range criterion__range--unset" : "criterion__range"}
        aria-valuetext=${value === undefined ? "not scored" : value === null ? "abstained" : String(value)}
        @input=${(/** @type {Event} */ event) => set(Number(/** @type {HTMLInputElement} */ (event.target).value))}
        @click=${(/** @type {Event} */ event) => set(Number(/** @type {HTMLInputElement} */ (event.target).value))}>
      <div class="row row--apart faint numbers"><span>${min}</span>${optional ? html`<button class="link-button" type="button" @click=${() => set(value === null ? undefined : null)}>${value === null ? "Score it after all" : "Abstain"}</button>` : nothing}<span>${max}</span></div>
    </div>`;
  }

  /** @param {Event} event @param {boolean} complete */
  async #submit(event, complete) {
    event.preventDefault();
    const { teamId } = this.assignment;
    const criteria = Object.fromEntries(Object.entries(this.values).filter(([, value]) => value !== undefined));
    const card = { teamId, criteria, ...(this.comment.trim() ? { comment: this.comment.trim() } : {}), complete };
    if (!(await this.attempt(() => live.command(`hackathon/${this.hackathon.id}/leaderboard`, "score.submit", card)))) return;
    toast(complete ? "Scored." : "Draft saved.", { kind: "good" });
    this.emit("scored", { card: { ...card, judgeId: session.user?.id }, next: complete });
  }
}

customElements.define("hh-score-form", ScoreForm);
