// @ts-check
/** @import { Card, Hackathon } from "../api/types.js" */
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { empty, failure } from "../design/states.js";
import { later } from "../design/undo.js";
import { text } from "./text.js";

const PAUSE_MS = 200;

/** For those who check in and may see no more of people than their names: find somebody, let them in. */
export class Door extends Element {
  static properties = { hackathon: { attribute: false }, words: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.words = "";
    /** @type {Card[] | null} */
    this.people = null;
    /** Whom one has let in here. @type {Set<string>} */
    this.here = new Set();
  }

  render() {
    return html`<section class="card stack" aria-labelledby="door">
      <h3 id="door">${text.door}</h3>
      <label class="registrations__search"><span class="sr-only">${text.findPerson}</span><hh-icon name="search"></hh-icon>
        <input class="input" type="search" placeholder=${text.findPerson} .value=${this.words} @input=${this.#typed}></label>
      ${failure(this.problem)}
      ${this.people === null ? empty("search", text.doorMore) : this.people.length === 0 ? empty("search", text.nobody) : html`<p class="sr-only" role="status">${text.found(this.people.length)}</p>
        <ul class="list list--rows">${repeat(this.people, ({ id }) => id, (it) => this.#person(it))}</ul>`}
    </section>`;
  }

  /** @param {Card} user */
  #person(user) {
    return html`<li>${avatar(user)}<span class="grow"><strong>${user.fullName}</strong><br><span class="faint">@${user.username}</span></span>
      ${this.here.has(user.id) ? html`<span class="badge badge--good"><hh-icon name="check"></hh-icon>${text.statuses.CHECKED_IN}</span>` : html`<button class="button registrations__check" @click=${() => this.#checkIn(user)}><hh-icon name="check"></hh-icon>${text.checkIn}<span class="sr-only">${user.fullName}</span></button>`}
    </li>`;
  }

  /** @param {Event} event */
  #typed(event) {
    this.words = /** @type {HTMLInputElement} */ (event.target).value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.#find(this.words.trim()), PAUSE_MS);
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  /** @param {string} words */
  async #find(words) {
    try {
      const people = words ? (await hackathons.people(this.hackathon.id, words)).items : null;
      if (words !== this.words.trim()) return;
      this.people = people;
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  /** @param {Card} user */
  #checkIn(user) {
    this.here.add(user.id);
    this.requestUpdate();
    later(text.checkedIn(user.fullName), () => hackathons.checkIn(this.hackathon.id, user.id), () => (this.here.delete(user.id), this.requestUpdate()));
  }
}

customElements.define("hh-door", Door);
