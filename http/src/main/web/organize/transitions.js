// @ts-check
/** @import { Hackathon, Status } from "../api/types.js" */
/** @import { Step } from "./life.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { elsewhere, momentOf, momentThere } from "../design/time.js";
import { toast } from "../design/toast.js";
import { statusName } from "../hackathons/status.js";
import { wallTime } from "./event-time.js";
import { byItself, mendedAt, stepsFrom, WAY } from "./life.js";
import { stepForm } from "./step-form.js";
import { text } from "./text.js";
import { waysFrom } from "./ways.js";

/** Where the hackathon is in its life, the steps an organizer may take, and what stands in their way. */
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
    const { hackathon } = this;
    const { status } = hackathon;
    return html`<section class="stack" aria-labelledby="life">
      <div class="card stack">
        <h3 id="life">${text.life}</h3>
        ${status === "CANCELLED" ? html`<p class="notice notice--bad"><hh-icon name="circle-alert"></hh-icon>${text.cancelled}</p>` : this.#way(status)}
        ${this.#next()}
        ${stepsFrom(status).length > 0 ? html`<div class="row">${stepsFrom(status).map((step) => html`<button class="button ${step.primary ? "button--primary" : ""}" ?disabled=${this.busy} aria-busy=${this.busy} @click=${() => this.#choose(step)}>${text.steps[/** @type {keyof typeof text.steps} */ (`${status}>${step.to}`)]}</button>`)}</div>` : nothing}
        ${this.step ? stepForm(this.step, text.steps[/** @type {keyof typeof text.steps} */ (`${status}>${this.step.to}`)], wallTime(this.step.newEnd === "registrationEnd" ? hackathon.startDate : undefined, hackathon.timeZone), hackathon.timeZone, this.busy, (body) => void this.#go(body), () => (this.step = null)) : nothing}
        ${this.#refused()}
      </div>
      ${this.#links()}
    </section>`;
  }

  /** @param {Status} status */
  #way(status) {
    const at = WAY.indexOf(status);
    return html`<ol class="life">${WAY.map((it, i) => html`<li class="life__step ${i < at ? "life__step--done" : i === at ? "life__step--now" : ""}" aria-current=${i === at ? "step" : nothing}>
      <span class="life__mark">${i < at ? html`<hh-icon name="check"></hh-icon>` : i + 1}</span><span>${statusName(it)}${i < at ? html`<span class="sr-only">, ${text.done}</span>` : nothing}</span></li>`)}</ol>`;
  }

  #next() {
    const next = byItself(this.hackathon);
    if (!next) return text.nowIs[/** @type {keyof typeof text.nowIs} */ (this.hackathon.status)] ? html`<p class="soft">${text.nowIs[/** @type {keyof typeof text.nowIs} */ (this.hackathon.status)]}</p>` : nothing;
    const there = elsewhere(next.at, this.hackathon.timeZone) ? ` (${momentThere(next.at, this.hackathon.timeZone)})` : "";
    return html`<p class="soft">${text.byItself[next.milestone](momentOf(next.at) + there)} <a href=${`/hackathons/${this.hackathon.slug}/edit#dates`}>${text.moveDate}</a></p>`;
  }

  #refused() {
    const { problem, hackathon } = this;
    if (!problem) return nothing;
    if (problem.guards.length === 0) return html`<p class="notice notice--bad" role="alert"><hh-icon name="circle-alert"></hh-icon>${problem.message}</p>`;
    return html`<div class="notice notice--warn" role="alert"><hh-icon name="triangle-alert"></hh-icon><div class="stack stack--tight grow">
      <strong>${text.notYet}</strong>
      <ul class="guards">${problem.guards.map(({ guard, message }) => {
        const href = mendedAt(guard, hackathon.slug);
        return html`<li class="guards__one"><span class="grow">${message}</span>${href ? html`<a class="button button--small" href=${href}>${text.mend[/** @type {keyof typeof text.mend} */ (guard)] ?? text.mendIt}<hh-icon name="arrow-right"></hh-icon></a>` : nothing}</li>`;
      })}</ul></div></div>`;
  }

  /** Where to go from here: first what matters at this time. */
  #links() {
    const { slug, status } = this.hackathon;
    return html`<nav class="ways" aria-label=${text.quick}>${waysFrom(status).map(({ name, icon, title, path }) => html`<a class="ways__one" href=${path(slug)}>
      <span class="steps__icon"><hh-icon name=${icon}></hh-icon></span><span><strong>${title}</strong><br><span class="soft">${text.ways[name]}</span></span></a>`)}</nav>`;
  }

  /** @param {Step} step */
  #choose(step) {
    if (step.reason || step.newEnd) this.step = step;
    else void this.#go({ to: step.to });
  }

  /** @param {{to: string, reason?: string, registrationEnd?: string, endDate?: string}} body */
  async #go(body) {
    const done = await this.attempt(() => hackathons.transition(this.hackathon.id, body));
    if (!done) return;
    this.step = null;
    toast(text.told, { kind: "good" });
    this.emit("changed");
  }
}

customElements.define("hh-transitions", Transitions);
