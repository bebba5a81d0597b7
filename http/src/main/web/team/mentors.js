// @ts-check
/** @import { Card, Hackathon, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { teams } from "../api/teams.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { later, undoable } from "../design/undo.js";
import { text } from "./text.js";

/** The leader invites mentors of the hackathon into the team's room, and shows them out again. */
export class Mentors extends Element {
  static properties = { team: { attribute: false }, hackathon: { attribute: false }, present: { attribute: false } };

  constructor() {
    super();
    /** @type {Team} */
    this.team = /** @type {any} */ (undefined);
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** Who is in the room. @type {Set<string>} */
    this.present = new Set();
    /** @type {{user: Card, roles: string[]}[] | null} */
    this.found = null;
    /** Being shown out. @type {Set<string>} */
    this.going = new Set();
  }

  get invited() {
    return this.team.members.filter(({ role }) => role === "MENTOR").map(({ user }) => user);
  }

  render() {
    const invited = this.invited.filter(({ id }) => !this.going.has(id));
    return html`<section class="stack stack--tight" aria-labelledby="mentors">
      <h2 class="team-side__title" id="mentors">${text.mentors}</h2>
      ${failure(this.problem)}
      ${invited.length > 0 ? html`<ul class="list">${invited.map((user) => this.#mentor(user))}</ul>` : nothing}
      ${this.found === null
        ? html`<button class="button button--quiet mentors__find" ?disabled=${this.busy} aria-busy=${this.busy} @click=${this.#find}><hh-icon name="heart-handshake"></hh-icon>${text.inviteMentor}</button>`
        : this.#choices()}
    </section>`;
  }

  /** @param {Card} user */
  #mentor(user) {
    return html`<li>
      <span class="presence ${this.present.has(user.id) ? "presence--here" : ""}">${avatar(user)}</span>
      <span class="grow"><strong>${user.fullName}</strong>${this.present.has(user.id) ? html`<span class="sr-only">${text.isHere}</span>` : nothing}<span class="faint team-side__name">@${user.username}</span></span>
      <button class="button button--small button--quiet" ?disabled=${this.busy} @click=${() => this.#remove(user)}>${text.remove}</button>
    </li>`;
  }

  #choices() {
    const invited = new Set(this.invited.map(({ id }) => id));
    const free = (this.found ?? []).filter(({ user }) => !invited.has(user.id));
    if (free.length === 0) return html`<p class="faint">${text.noMentor}</p>`;
    return html`<ul class="list">${free.map(({ user }) => html`<li>${avatar(user, "small")}<span class="grow">${user.fullName}</span><button class="button button--small" ?disabled=${this.busy} @click=${() => this.#invite(user)}>${text.inviteThis}</button></li>`)}</ul>`;
  }

  #find() {
    return this.attempt(async () => {
      const { items } = await hackathons.staff(this.hackathon.id);
      this.found = items.filter((/** @type {{roles: string[]}} */ { roles }) => roles.includes("MENTOR"));
    });
  }

  /** @param {Card} user */
  async #invite(user) {
    const { id } = this.team;
    this.going.delete(user.id);
    if (!(await this.attempt(() => teams.addMentor(id, user.id)))) return;
    this.found = null;
    this.emit("changed");
    undoable(text.mentorInvited(user.fullName), async () => {
      await teams.removeMentor(id, user.id);
      this.emit("changed");
    });
  }

  /** @param {Card} user */
  #remove({ id, fullName }) {
    const stays = () => (this.going.delete(id), this.requestUpdate());
    this.going.add(id);
    this.requestUpdate();
    later(text.mentorRemoving(fullName), async () => {
      await teams.removeMentor(this.team.id, id);
      this.going.delete(id);
      this.emit("changed");
    }, stays);
  }
}

customElements.define("hh-mentors", Mentors);
