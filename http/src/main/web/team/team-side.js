// @ts-check
/** @import { Hackathon, Member, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { teams } from "../api/teams.js";
import { navigate } from "../app/router.js";
import { session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";
import "./invite.js";
import "./mentors.js";

/** Who is on the team, and what its leader may do about that. */
export class TeamSide extends Element {
  static properties = { team: { attribute: false }, hackathon: { attribute: false }, leads: { type: Boolean }, asking: { state: true } };

  constructor() {
    super();
    /** @type {Team} */
    this.team = /** @type {any} */ (undefined);
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.leads = false;
    /** Whom to remove, once sure. @type {string | null} */
    this.asking = null;
  }

  render() {
    const { team, leads } = this;
    const me = session.user?.id;
    const onTeam = team.members.some(({ user, role }) => user.id === me && role !== "MENTOR");
    const listed = leads ? team.members.filter(({ role }) => role !== "MENTOR") : team.members;
    const open = ["REGISTRATION_OPEN", "REGISTRATION_CLOSED", "ACTIVE"].includes(this.hackathon.status);
    return html`<div class="stack">
      ${team.description ? html`<p class="soft">${team.description}</p>` : nothing}
      <a class="card card--quiet row team-side__project" href=${`/teams/${team.id}/project`}>
        <hh-icon name="folder-git-2"></hh-icon><span class="grow"><strong>Project</strong></span>
        <span class="badge ${team.status === "SUBMITTED" ? "badge--good" : ""}">${team.status === "SUBMITTED" ? "Submitted" : "Not submitted"}</span>
      </a>
      ${failure(this.problem)}
      <section class="stack stack--tight" aria-label="Members">
        <h2 class="team-side__title">Members</h2>
        <ul class="list">${listed.map((member) => this.#member(member))}</ul>
      </section>
      ${leads && open ? html`<hh-invite .team=${team}></hh-invite>` : nothing}
      ${leads ? html`<hh-mentors .team=${team} .hackathon=${this.hackathon}></hh-mentors>` : nothing}
      ${onTeam && open ? this.#leave(me ?? "") : nothing}
    </div>`;
  }

  /** @param {Member} member */
  #member({ user, role }) {
    const me = session.user?.id;
    const other = this.leads && user.id !== me && role === "MEMBER";
    return html`<li>
      ${avatar(user)}
      <span class="grow"><strong>${user.fullName}</strong><span class="faint team-side__name">@${user.username}</span></span>
      ${role === "LEADER" ? html`<span class="badge badge--warn"><hh-icon name="crown"></hh-icon>Leads</span>` : role === "MENTOR" ? html`<span class="badge badge--accent">Mentor</span>` : nothing}
      ${other ? this.#tools(user) : nothing}
    </li>`;
  }

  /** @param {import("../api/types.js").Card} user */
  #tools(user) {
    if (this.asking === user.id) {
      return html`<span class="row"><button class="button button--small button--danger" ?disabled=${this.busy} @click=${() => this.#remove(user.id)}>Remove</button><button class="button button--small" @click=${() => (this.asking = null)}>Keep</button></span>`;
    }
    return html`<details class="menu">
      <summary class="button button--quiet button--icon button--small" aria-label=${`About ${user.fullName}`}><hh-icon name="ellipsis"></hh-icon></summary>
      <div class="menu__sheet">
        <button class="menu__item" @click=${() => this.#transfer(user.id)}><hh-icon name="crown"></hh-icon>Make leader</button>
        <button class="menu__item" @click=${() => (this.asking = user.id)}><hh-icon name="x"></hh-icon>Remove</button>
      </div>
    </details>`;
  }

  /** @param {string} me */
  #leave(me) {
    if (this.asking !== me) return html`<button class="link-button faint" @click=${() => (this.asking = me)}>Leave the team</button>`;
    const last = this.team.members.filter(({ role }) => role !== "MENTOR").length === 1;
    return html`<div class="notice notice--warn stack stack--tight">
      <span>${last ? "You are the last one: leaving disbands the team." : this.leads ? "The longest-standing member will lead." : "You lose access to its chat at once."}</span>
      <span class="row"><button class="button button--small button--danger" ?disabled=${this.busy} aria-busy=${this.busy} @click=${() => this.#remove(me)}>Leave</button><button class="button button--small" @click=${() => (this.asking = null)}>Stay</button></span>
    </div>`;
  }

  /** @param {string} userId */
  async #transfer(userId) {
    if (await this.attempt(() => teams.transfer(this.team.id, userId))) this.emit("changed");
  }

  /** @param {string} userId */
  async #remove(userId) {
    const left = await this.attempt(() => teams.removeMember(this.team.id, userId));
    this.asking = null;
    if (!left) return;
    if (userId !== session.user?.id) return this.emit("changed");
    toast("You have left the team.");
    navigate(`/hackathons/${this.hackathon.slug}/teams`);
  }
}

customElements.define("hh-team-side", TeamSide);
