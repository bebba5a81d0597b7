// @ts-check
/** @import { Hackathon, Registration } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { momentOf } from "../design/time.js";

/** Who is registered and who waits; checking people in at the door. */
export class Registrations extends Element {
  static properties = { hackathon: { attribute: false }, search: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.search = "";
    /** @type {Registration[] | null} */
    this.all = null;
    /** @type {string | null} */
    this.cursor = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load(cursor = "") {
    try {
      const page = await hackathons.registrations(this.hackathon.id, { limit: 100, cursor });
      this.all = [...(cursor && this.all ? this.all : []), ...page.items];
      this.cursor = page.nextCursor;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    return html`<section class="card stack" aria-labelledby="registrations">
      <div class="row row--apart"><h2 id="registrations">Registrations</h2>
        <input class="input registrations__search" type="search" placeholder="Find a person" aria-label="Find a person" @input=${(/** @type {Event} */ event) => (this.search = /** @type {HTMLInputElement} */ (event.target).value)}></div>
      ${failure(this.problem)}
      ${this.#list()}
    </section>`;
  }

  #list() {
    if (!this.all) return this.problem ? nothing : skeleton(5);
    const words = this.search.trim().toLowerCase();
    const shown = this.all.filter(({ user }) => `${user.fullName} ${user.username}`.toLowerCase().includes(words));
    if (shown.length === 0) return empty("users", words ? "Nobody of that name" : "Nobody has registered yet");
    return html`<ul class="list">${repeat(shown, (it) => it.id, (it) => this.#registration(it))}</ul>
      ${this.cursor ? html`<button class="button" @click=${() => this.#load(this.cursor ?? "")}>More</button>` : nothing}`;
  }

  /** @param {Registration} registration */
  #registration({ user, status, position, registeredAt }) {
    return html`<li>
      ${avatar(user)}<span class="grow"><strong>${user.fullName}</strong> <span class="faint">@${user.username} · ${momentOf(registeredAt)}</span></span>
      ${status === "WAITLISTED" ? html`<span class="badge badge--warn numbers">Waiting, ${position}</span>` : nothing}
      ${status === "CANCELLED" ? html`<span class="badge">Withdrawn</span>` : nothing}
      ${status === "CHECKED_IN" ? html`<span class="badge badge--good"><hh-icon name="check"></hh-icon>Here</span>` : nothing}
      ${status === "REGISTERED" ? html`<button class="button button--small" ?disabled=${this.busy} @click=${() => this.#checkIn(user.id)}>Check in</button>` : nothing}
    </li>`;
  }

  /** @param {string} userId */
  async #checkIn(userId) {
    const done = await this.attempt(() => hackathons.checkIn(this.hackathon.id, userId));
    if (!done || !this.all) return;
    this.all = this.all.map((it) => (it.user.id === userId ? { ...it, status: /** @type {const} */ ("CHECKED_IN") } : it));
    this.requestUpdate();
  }
}

customElements.define("hh-registrations", Registrations);
