// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { live } from "../app/services.js";
import { Element } from "../design/element.js";
import "../design/countdown.js";
import "../design/icon.js";
import { spanOf } from "../design/time.js";
import { nextMilestone, statusBadge } from "../hackathons/status.js";
import "./registration.js";

/** What it is, how it stands, how long until what comes next, and my part in it. */
export class HackathonHeader extends Element {
  static properties = { hackathon: { attribute: false }, compact: { type: Boolean, reflect: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** Beside another section: only what one needs to know where one is. */
    this.compact = false;
  }

  render() {
    const { hackathon } = this;
    const { title, status, organization, theme, counts, maxParticipants } = hackathon;
    const next = nextMilestone(hackathon);
    return html`<header class="hackathon-header">
      <div class="stack stack--tight">
        <div class="row">${statusBadge(status)}${theme ? html`<span class="faint">${theme}</span>` : nothing}</div>
        <h1>${title}</h1>
        <p class="soft">${organization?.name ?? ""} · ${spanOf(hackathon.startDate, hackathon.endDate)}</p>
        <p class="row faint hackathon-header__facts">
          <span class="row"><hh-icon name="users"></hh-icon><span class="numbers">${counts?.registered ?? 0}${maxParticipants ? ` of ${maxParticipants}` : ""}</span> registered</span>
          ${counts?.waitlisted ? html`<span class="numbers">${counts.waitlisted} waiting</span>` : nothing}
          <span class="numbers">${counts?.teams ?? 0} teams</span>
          <a class="row" href=${`/screen/${hackathon.slug}`}><hh-icon name="monitor"></hh-icon>Big screen</a>
        </p>
      </div>
      <div class="hackathon-header__side stack">
        ${next && Date.parse(next.at) > Date.now()
          ? html`<div class="stack stack--tight"><span class="eyebrow">${next.text}</span><hh-countdown to=${next.at} .skew=${live.skew}></hh-countdown></div>`
          : nothing}
        <hh-registration .hackathon=${hackathon}></hh-registration>
      </div>
    </header>`;
  }
}

customElements.define("hh-hackathon-header", HackathonHeader);
