// @ts-check
/** @import { Card, Hackathon, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { teams } from "../api/teams.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";

/** The leader invites mentors of the hackathon into the team's room, and shows them out again. */
export class Mentors extends Element {
  static properties = { team: { attribute: false }, hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Team} */
    this.team = /** @type {any} */ (undefined);
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {{user: Card, roles: string[]}[] | null} */
    this.found = null;
  }

  get invited() {
    return this.team.members.filter(({ role }) => role === "MENTOR").map(({ user }) => user);
  }

  render() {
    return html`<section class="stack stack--tight" aria-label="Mentors">
      ${failure(this.problem)}
      ${this.invited.length > 0 ? this.#list() : nothing}
      ${this.found === null
        ? html`<button class="button button--quiet" ?disabled=${this.busy} @click=${this.#find}><hh-icon name="sparkles"></hh-icon>Invite a mentor</button>`
        : this.#choices()}
    </section>`;
  }

  #list() {
    return html`<h2 class="team-side__title">Mentors</h2>
      <ul class="list">${this.invited.map((user) => html`<li>${avatar(user)}<span class="grow"><strong>${user.fullName}</strong><span class="faint team-side__name">@${user.username}</span></span><button class="button button--small button--quiet" ?disabled=${this.busy} @click=${() => this.#change(() => teams.removeMentor(this.team.id, user.id))}>Remove</button></li>`)}</ul>`;
  }

  #choices() {
    const invited = new Set(this.invited.map(({ id }) => id));
    const free = (this.found ?? []).filter(({ user }) => !invited.has(user.id));
    if (free.length === 0) return html`<p class="faint">There is no (other) mentor yet.</p>`;
    return html`<ul class="list">${free.map(({ user }) => html`<li>${avatar(user, "small")}<span class="grow">${user.fullName}</span><button class="button button--small" ?disabled=${this.busy} @click=${() => this.#change(() => teams.addMentor(this.team.id, user.id))}>Invite</button></li>`)}</ul>`;
  }

  #find() {
    return this.attempt(async () => {
      const { items } = await hackathons.staff(this.hackathon.id);
      this.found = items.filter((/** @type {{roles: string[]}} */ { roles }) => roles.includes("MENTOR"));
    });
  }

  /** @param {() => Promise<any>} task */
  async #change(task) {
    if (await this.attempt(task)) this.emit("changed");
    this.found = null;
  }
}

customElements.define("hh-mentors", Mentors);
