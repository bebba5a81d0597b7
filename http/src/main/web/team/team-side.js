// @ts-check
/** @import { Hackathon, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "./edit-team.js";
import { peopleOf } from "./finding.js";
import "./invite.js";
import "./members.js";
import "./mentors.js";
import "./project-state.js";
import { text } from "./text.js";

/** Beside the chat: the project and its time, the people, and how others come in. */
export class TeamSide extends Element {
  static properties = { team: { attribute: false }, hackathon: { attribute: false }, leads: { type: Boolean }, present: { attribute: false } };

  constructor() {
    super();
    /** @type {Team} */
    this.team = /** @type {any} */ (undefined);
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.leads = false;
    /** Who is in the room. @type {Set<string>} */
    this.present = new Set();
  }

  render() {
    const { team, hackathon, leads, present } = this;
    const open = ["REGISTRATION_OPEN", "REGISTRATION_CLOSED", "ACTIVE"].includes(hackathon.status);
    return html`<div class="stack stack--loose">
      <hh-project-state .team=${team} .hackathon=${hackathon}></hh-project-state>
      ${team.description || team.lookingFor?.length || leads ? html`<div class="stack stack--tight">
        ${team.description ? html`<p class="soft">${team.description}</p>` : nothing}
        ${team.lookingFor?.length ? html`<p class="row"><span class="faint">${text.wants}</span>${team.lookingFor.map((skill) => html`<span class="badge badge--accent">${skill}</span>`)}</p>` : nothing}
        ${leads && open ? html`<hh-edit-team teamId=${team.id}></hh-edit-team>` : nothing}
      </div>` : nothing}
      <hh-members .team=${team} .hackathon=${hackathon} .present=${present} ?leads=${leads} ?open=${open}></hh-members>
      ${leads && open ? html`<hh-invite .team=${team} ?full=${peopleOf(team).length >= hackathon.teamSize.max}></hh-invite>` : nothing}
      ${leads ? html`<hh-mentors .team=${team} .hackathon=${hackathon} .present=${present}></hh-mentors>` : nothing}
    </div>`;
  }
}

customElements.define("hh-team-side", TeamSide);
