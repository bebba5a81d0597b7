// @ts-check
/** @import { Hackathon, Status } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { Element } from "../design/element.js";
import { localInput, momentOf } from "../design/time.js";
import { toast } from "../design/toast.js";
import { statusBadge } from "../hackathons/status.js";

/** @typedef {{to: Status, name: string, primary?: boolean, reason?: boolean, newEnd?: boolean}} Step */

/** What an organizer may do next; time does the rest. @type {Record<Status, Step[]>} */
const STEPS = {
  DRAFT: [{ to: "PUBLISHED", name: "Publish", primary: true }],
  PUBLISHED: [{ to: "REGISTRATION_OPEN", name: "Open registration now", primary: true }],
  REGISTRATION_OPEN: [{ to: "REGISTRATION_CLOSED", name: "Close registration now" }],
  REGISTRATION_CLOSED: [{ to: "REGISTRATION_OPEN", name: "Open registration again", newEnd: true }],
  ACTIVE: [],
  JUDGING: [{ to: "ACTIVE", name: "Back to active", reason: true }],
  COMPLETED: [{ to: "JUDGING", name: "Back to judging", reason: true }],
  CANCELLED: [],
};
const CANCEL = /** @type {Step} */ ({ to: "CANCELLED", name: "Cancel the hackathon", reason: true });

/** How to mend what a guard complains about. @type {Map<string, string>} */
const MEND = new Map([
  ["dates", "Edit the details and put the dates in order."],
  ["rules", "Write the rules in the details."],
  ["criteria", "Add judging criteria in the details."],
  ["team", "Check the team size in the details."],
  ["verified", "Your organization has to be verified by the platform first."],
  ["reviews", "Ask the judges to finish, or waive the reviews."],
]);

/** Where the hackathon is in its life, and the steps an organizer may take. */
export class Transitions extends Element {
  static properties = { hackathon: { attribute: false }, step: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** A step that wants a word first. @type {Step | null} */
    this.step = null;
  }

  render() {
    const { status, startDate, endDate, registrationStart, registrationEnd } = this.hackathon;
    const steps = STEPS[status] ?? [];
    const by = { PUBLISHED: ["Registration opens by itself", registrationStart], REGISTRATION_OPEN: ["Registration closes by itself", registrationEnd], REGISTRATION_CLOSED: ["It begins by itself", startDate], ACTIVE: ["Judging begins by itself", endDate] }[/** @type {string} */ (status)];
    return html`<section class="card stack" aria-labelledby="life">
      <div class="row"><h2 id="life" class="grow">Where it stands</h2>${statusBadge(status)}</div>
      ${by ? html`<p class="soft">${by[0]} on ${momentOf(by[1])}.</p>` : nothing}
      <div class="row">
        ${steps.map((step) => html`<button class="button ${step.primary ? "button--primary" : ""}" ?disabled=${this.busy} aria-busy=${this.busy} @click=${() => this.#choose(step)}>${step.name}</button>`)}
        ${["COMPLETED", "CANCELLED"].includes(status) ? nothing : html`<button class="button button--quiet button--danger" ?disabled=${this.busy} @click=${() => this.#choose(CANCEL)}>${CANCEL.name}</button>`}
      </div>
      ${this.step ? this.#ask(this.step) : nothing}
      ${this.#refused()}
    </section>`;
  }

  /** @param {Step} step */
  #ask({ name, reason, newEnd }) {
    return html`<form class="notice stack" @submit=${this.#answer}>
      <strong>${name}</strong>
      ${reason ? html`<label class="field"><span>Why? Everybody is told.</span><input class="input" name="reason" required maxlength="1000"></label>` : nothing}
      ${newEnd ? html`<label class="field"><span>Open until</span><input class="input" type="datetime-local" name="registrationEnd" required value=${localInput(this.hackathon.startDate)}></label>` : nothing}
      <div class="row"><button class="button button--primary" ?disabled=${this.busy}>${name}</button><button class="button" type="button" @click=${() => (this.step = null)}>No</button></div>
    </form>`;
  }

  #refused() {
    const { problem } = this;
    if (!problem) return nothing;
    if (problem.guards.length === 0) return html`<p class="notice notice--bad" role="alert">${problem.message}</p>`;
    return html`<div class="notice notice--warn stack stack--tight" role="alert">
      <strong>Not yet:</strong>
      <ul>${problem.guards.map(({ guard, message }) => html`<li>${message} ${mendOf(guard)}</li>`)}</ul>
      <a href=${`/hackathons/${this.hackathon.slug}/edit`}>Edit the details</a>
    </div>`;
  }

  /** @param {Step} step */
  #choose(step) {
    if (step.reason || step.newEnd) this.step = step;
    else void this.#go({ to: step.to });
  }

  /** @param {SubmitEvent} event */
  #answer(event) {
    event.preventDefault();
    const values = Object.fromEntries(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)));
    const end = values.registrationEnd ? { registrationEnd: new Date(String(values.registrationEnd)).toISOString() } : {};
    if (this.step) void this.#go({ to: this.step.to, ...(values.reason ? { reason: String(values.reason) } : {}), ...end });
  }

  /** @param {{to: string, reason?: string, registrationEnd?: string}} body */
  async #go(body) {
    const done = await this.attempt(() => hackathons.transition(this.hackathon.id, body));
    this.step = null;
    if (!done) return;
    toast("Done. Everybody is told.", { kind: "good" });
    this.emit("changed");
  }
}

/** @param {string} guard */
function mendOf(guard) {
  for (const [word, advice] of MEND) if (guard.toLowerCase().includes(word)) return html`<span class="soft">${advice}</span>`;
  return nothing;
}

customElements.define("hh-transitions", Transitions);
