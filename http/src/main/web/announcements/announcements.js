// @ts-check
/** @import { Hackathon, Update } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { live } from "../app/services.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { announcement } from "./announcement.js";
import { holdFeed } from "./feed.js";
import "./publish-form.js";

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
    /** @type {Set<string>} */
    this.acknowledged = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdFeed(this.hackathon.id);
    this.feed = model;
    this.until(release);
    this.until(model.changed.watch(() => this.requestUpdate()));
  }

  updated() {
    if (this.feed?.subscribed && this.limit === 0) queueMicrotask(() => this.feed?.markRead());
  }

  render() {
    const feed = this.feed;
    if (!feed) return nothing;
    if (feed.refusal) return empty("megaphone", "No announcements yet");
    if (!feed.subscribed) return skeleton();
    const shown = this.limit > 0 ? feed.list.slice(0, this.limit) : feed.list;
    return html`<div class="stack">
      ${this.organizer && this.limit === 0 ? html`<hh-publish-form .hackathon=${this.hackathon} .update_=${this.editing} @done=${() => (this.editing = null)}></hh-publish-form>` : nothing}
      ${failure(this.problem)}
      ${shown.length === 0 ? empty("megaphone", "No announcements yet", "What the organizers say appears here at once.") : nothing}
      <div class="stack" aria-live="polite">${repeat(shown, (it) => it.id, (it) => announcement(it, this.#tools(it)))}</div>
      ${feed.hasOlder && this.limit === 0 ? html`<button class="button" ?disabled=${feed.loadingOlder} @click=${() => this.attempt(() => feed.older())}>Earlier</button>` : nothing}
    </div>`;
  }

  /** @param {Update} update */
  #tools(update) {
    if (this.limit > 0) return nothing;
    if (this.organizer) {
      return html`<span class="row">
        <button class="button button--small button--quiet" @click=${() => (this.editing = update)}>Edit</button>
        <button class="button button--small button--quiet" ?disabled=${this.busy} @click=${() => this.attempt(() => hackathons.withdrawUpdate(this.hackathon.id, update.id))}>Withdraw</button>
      </span>`;
    }
    const wanted = update.priority === "URGENT" && this.hackathon.me?.registration && !this.acknowledged.has(update.id);
    return wanted ? html`<button class="button button--small" @click=${() => this.#acknowledge(update)}><hh-icon name="check"></hh-icon>Got it</button>` : nothing;
  }

  /** @param {Update} update */
  #acknowledge(update) {
    const channel = `hackathon/${this.hackathon.id}/announcements`;
    return this.attempt(async () => {
      await live.command(channel, "announcement.acknowledge", { updateId: update.id });
      this.acknowledged.add(update.id);
    });
  }
}

customElements.define("hh-announcements", Announcements);
