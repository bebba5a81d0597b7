// @ts-check
/** @import { Card, Hackathon, Member, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { teams } from "../api/teams.js";
import { escape, leave, used } from "../app/menu.js";
import { navigate } from "../app/router.js";
import { session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { later } from "../design/undo.js";
import { peopleOf } from "./finding.js";
import { text } from "./text.js";

/** Who is on the team and in the room, and what its leader may do about that. */
export class Members extends Element {
  static properties = { team: { attribute: false }, hackathon: { attribute: false }, leads: { type: Boolean }, open: { type: Boolean }, present: { attribute: false } };

  constructor() {
    super();
    /** @type {Team} */
    this.team = /** @type {any} */ (undefined);
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.leads = false;
    /** Whether teams still change. */
    this.open = false;
    /** Who is in the room. @type {Set<string>} */
    this.present = new Set();
    /** Being removed. @type {Set<string>} */
    this.going = new Set();
  }

  render() {
    const me = session.user?.id;
    const people = peopleOf(this.team);
    const listed = (this.leads ? people : this.team.members).filter(({ user }) => !this.going.has(user.id));
    return html`<section class="stack stack--tight" aria-labelledby="members">
      <div class="row row--apart"><h2 class="team-side__title" id="members">${text.members}</h2><span class="faint numbers">${text.places(people.length, this.hackathon.teamSize.max)}</span></div>
      <ul class="list">${repeat(listed, ({ user }) => user.id, (it) => this.#member(it))}</ul>
      ${this.open && people.some(({ user }) => user.id === me) ? html`<button class="button button--quiet button--small members__leave" @click=${this.#leave}><hh-icon name="log-out"></hh-icon>${text.leave}</button>` : nothing}
    </section>`;
  }

  /** @param {Member} member */
  #member({ user, role }) {
    const here = this.present.has(user.id);
    const other = this.leads && this.open && user.id !== session.user?.id && role === "MEMBER";
    return html`<li>
      <span class="presence ${here ? "presence--here" : ""}">${avatar(user)}</span>
      <span class="grow"><strong>${user.fullName}</strong>${here ? html`<span class="sr-only">${text.isHere}</span>` : nothing}<span class="faint team-side__name">@${user.username}</span></span>
      ${role === "LEADER" ? html`<span class="badge badge--warn"><hh-icon name="crown"></hh-icon>${text.leads}</span>` : role === "MENTOR" ? html`<span class="badge badge--accent">${text.mentor}</span>` : nothing}
      ${other ? this.#tools(user) : nothing}
    </li>`;
  }

  /** @param {Card} user */
  #tools(user) {
    return html`<details class="menu" @focusout=${leave} @keydown=${escape} @click=${used}>
      <summary class="button button--quiet button--icon button--small" aria-label=${text.about(user.fullName)}><hh-icon name="ellipsis"></hh-icon></summary>
      <div class="menu__sheet">
        <button class="menu__item" @click=${() => this.#transfer(user)}><hh-icon name="crown"></hh-icon>${text.makeLeader}</button>
        <button class="menu__item" @click=${() => this.#remove(user)}><hh-icon name="x"></hh-icon>${text.remove}</button>
      </div>
    </details>`;
  }

  /** Who has handed it over cannot take it back: so it is a moment later. @param {Card} user */
  #transfer({ id, fullName }) {
    later(text.transferring(fullName), async () => {
      await teams.transfer(this.team.id, id);
      this.emit("changed");
    });
  }

  /** @param {Card} user */
  #remove({ id, fullName }) {
    const back = () => (this.going.delete(id), this.requestUpdate());
    this.going.add(id);
    this.requestUpdate();
    later(text.removing(fullName), async () => {
      await teams.removeMember(this.team.id, id);
      this.going.delete(id);
      this.emit("changed");
    }, back);
  }

  #leave() {
    const me = session.user?.id ?? "";
    const { id, name } = this.team;
    const said = peopleOf(this.team).length === 1 ? text.leavingLast(name) : text.leaving(name);
    const leave = async () => {
      await teams.removeMember(id, me);
      // The hackathon's page is open by now, and offers what one may do without a team.
      document.querySelector("hh-hackathon-page")?.dispatchEvent(new CustomEvent("changed"));
    };
    navigate(`/hackathons/${this.hackathon.slug}/teams`);
    later(said, leave, () => navigate(`/teams/${id}`));
  }
}

customElements.define("hh-members", Members);
