// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "./registrations.js";
import "./staff.js";
import "./transitions.js";

/** The organizers' desk. */
export class Organize extends Element {
  static properties = { hackathon: { attribute: false }, organizer: { type: Boolean } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.organizer = false;
  }

  render() {
    const { hackathon, organizer } = this;
    const { counts, maxParticipants } = hackathon;
    return html`<div class="stack stack--loose">
      <dl class="figures">
        ${figure("Registered", maxParticipants ? `${counts.registered} / ${maxParticipants}` : counts.registered)}
        ${figure("Waiting", counts.waitlisted)}
        ${figure("Teams", counts.teams)}
      </dl>
      ${organizer ? html`
        <hh-transitions .hackathon=${hackathon}></hh-transitions>
        <p class="row">
          <a class="button" href=${`/hackathons/${hackathon.slug}/edit`}><hh-icon name="pencil"></hh-icon>Edit the details</a>
          <a class="button" href=${`/hackathons/${hackathon.slug}/announcements`}><hh-icon name="megaphone"></hh-icon>Announce something</a>
          <a class="button" href=${`/hackathons/${hackathon.slug}/leaderboard`}><hh-icon name="trophy"></hh-icon>Results</a>
        </p>
        <hh-staff .hackathon=${hackathon}></hh-staff>` : nothing}
      <hh-registrations .hackathon=${hackathon}></hh-registrations>
    </div>`;
  }
}

/** @param {string} name @param {string | number} value */
const figure = (name, value) => html`<div class="card card--quiet"><dt class="faint">${name}</dt><dd class="figures__value numbers">${value}</dd></div>`;

customElements.define("hh-organize", Organize);
