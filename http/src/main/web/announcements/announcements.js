// @ts-check
/** @import { Hackathon, Update } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { toastProblem } from "../design/toast.js";
import { later } from "../design/undo.js";
import { announcement } from "./announcement.js";
import { audienceSizes } from "./audience.js";
import { holdFeed } from "./feed.js";
import "./notification-setting.js";
import { text } from "./text.js";

/** A hackathon's announcements, newest first; its organizers publish here. */
export class Announcements extends Element {
  static properties = { hackathon: { attribute: false }, organizer: { type: Boolean }, limit: { type: Number }, editing: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.organizer = false;
    /** How many to show; 0 = all. */
    this.limit = 0;
    /** @type {Update | null} */
    this.editing = null;
    /** Being withdrawn, as long as that may be undone. @type {Set<string>} */
    this.leaving = new Set();
    /** How many are in each audience, for organizers. @type {Record<string, number>} */
    this.sizes = {};
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdFeed(this.hackathon.id);
    this.feed = model;
    this.until(release);
    this.watch(model.changed);
    if (session.signedIn) void model.refresh().catch(() => {});
    if (this.organizer && this.limit === 0) void this.#count();
  }

  async #count() {
    this.sizes = await audienceSizes(this.hackathon).catch(() => ({}));
    this.requestUpdate();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("organizer") && this.organizer && this.limit === 0) void import("./publish-form.js").catch(toastProblem);
    if (this.feed?.subscribed && this.limit === 0) queueMicrotask(() => this.feed?.markRead());
  }

  render() {
    const feed = this.feed;
    if (!feed) return nothing;
    if (!feed.subscribed && !feed.refusal) return skeleton();
    const stay = (/** @type {Update} */ { id }) => !this.leaving.has(id);
    const list = feed.list.filter(stay);
    const shown = this.limit > 0 ? list.slice(0, this.limit) : list;
    if (this.limit > 0 && shown.length === 0) return nothing;
    return html`<div class="stack">
      ${this.organizer && this.limit === 0 ? this.#desk(feed.scheduled.filter(stay)) : nothing}
      ${failure(this.problem)}
      ${shown.length === 0 ? empty("megaphone", text.none, text.noneMore) : nothing}
      <div class="stack" aria-live="polite">${repeat(shown, (it) => it.id, (it) => announcement(it, this.#tools(it), this.#seen(it)))}</div>
      ${feed.hasOlder && this.limit === 0 ? html`<button class="button" ?disabled=${feed.loadingOlder} aria-busy=${feed.loadingOlder} @click=${() => this.attempt(() => feed.older())}>${text.earlier}</button>` : nothing}
      ${session.signedIn && this.limit === 0 ? html`<hh-notification-setting></hh-notification-setting>` : nothing}
    </div>`;
  }

  /** What organizers have above the list. @param {Update[]} scheduled */
  #desk(scheduled) {
    return html`
      <hh-publish-form .hackathon=${this.hackathon} .edited=${this.editing} @done=${() => this.#written()}></hh-publish-form>
      ${scheduled.length > 0 ? html`<section class="stack" aria-labelledby="scheduled"><h3 id="scheduled">${text.scheduled}</h3>
        ${repeat(scheduled, (it) => it.id, (it) => announcement(it, this.#tools(it)))}</section>` : nothing}`;
  }

  #written() {
    this.editing = null;
    void this.#count();
    void this.feed?.refresh().catch(() => {});
  }

  /** @param {Update} update */
  #tools(update) {
    if (this.limit > 0) return nothing;
    if (this.organizer) {
      return html`<span class="row">
        <button class="button button--small button--quiet" @click=${() => this.#edit(update)}><hh-icon name="pencil"></hh-icon>${text.edit}<span class="sr-only">: ${update.title}</span></button>
        <button class="button button--small button--quiet" @click=${() => this.#withdraw(update)}><hh-icon name="trash-2"></hh-icon>${update.publishedAt ? text.withdraw : text.remove}<span class="sr-only">: ${update.title}</span></button>
      </span>`;
    }
    const wanted = this.feed?.wanted.some(({ id }) => id === update.id);
    return wanted ? html`<button class="button button--small" @click=${() => this.attempt(async () => this.feed?.acknowledge(update))}><hh-icon name="check"></hh-icon>${text.gotIt}</button>` : nothing;
  }

  /** How many have seen what is urgent. @param {Update} update */
  #seen({ id, acks, priority, audience = "ALL" }) {
    if (!this.organizer || this.limit > 0 || priority !== "URGENT" || acks === undefined) return nothing;
    const of = Math.max(this.sizes[audience] ?? this.hackathon.counts.registered, acks);
    return html`<div class="announcement__seen"><label for=${`seen-${id}`} class="numbers">${text.seen(acks, of)}</label><progress class="progress" id=${`seen-${id}`} max=${Math.max(of, 1)} .value=${acks}></progress></div>`;
  }

  /** @param {Update} update */
  async #edit(update) {
    this.editing = update;
    await this.updateComplete;
    const form = /** @type {HTMLElement | null} */ (this.querySelector("hh-publish-form"));
    form?.scrollIntoView({ block: "center" });
    /** @type {HTMLElement | null | undefined} */ (form?.querySelector("input"))?.focus();
  }

  /** @param {Update} update */
  #withdraw({ id, title, publishedAt }) {
    const show = () => (this.leaving.delete(id), this.requestUpdate());
    this.leaving.add(id);
    this.requestUpdate();
    later(publishedAt ? text.withdrawn(title) : text.removed(title), async () => {
      await hackathons.withdrawUpdate(this.hackathon.id, id);
      this.feed?.withdrawn.add(id);
      this.feed?.touch();
    }, show);
  }
}

customElements.define("hh-announcements", Announcements);
