// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { live } from "../app/services.js";
import { Element } from "../design/element.js";
import "../design/countdown.js";
import "../design/icon.js";
import { elsewhere, momentOf, momentThere, spanOf } from "../design/time.js";
import { nextMilestone, statusBadge } from "../hackathons/status.js";
import "./registration.js";
import { text } from "./text.js";

const { head } = text;

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
    const { title, status, organization, theme, slug } = hackathon;
    return html`<header class="hackathon-header">
      <div class="stack stack--tight">
        <div class="row hackathon-header__state">${statusBadge(status)}${theme ? html`<span>${theme}</span>` : nothing}</div>
        <h1>${title}</h1>
        <p class="hackathon-header__who soft">${organization ? html`<span>${organization.name}</span>` : nothing}<span>${spanOf(hackathon.startDate, hackathon.endDate)}</span></p>
        <p class="hackathon-header__facts">${this.#counts()}
          <a href=${`/screen/${slug}`}><hh-icon name="monitor"></hh-icon>${head.screen}</a></p>
      </div>
      <div class="hackathon-header__side">
        ${this.#next()}
        <hh-registration .hackathon=${hackathon}></hh-registration>
      </div>
    </header>`;
  }

  #counts() {
    const { counts, maxParticipants } = this.hackathon;
    const registered = counts?.registered ?? 0;
    return html`<span><hh-icon name="users"></hh-icon>${maxParticipants ? head.places(registered, maxParticipants) : head.registered(registered)}</span>
      ${counts?.waitlisted ? html`<span>${head.waiting(counts.waitlisted)}</span>` : nothing}
      <span><hh-icon name="users-round"></hh-icon>${head.teams(counts?.teams ?? 0)}</span>`;
  }

  /** What everybody waits for: in how long, and when that is here and there. */
  #next() {
    const { hackathon } = this;
    const { slug, status, timeZone } = hackathon;
    const next = nextMilestone(hackathon);
    if (next && Date.parse(next.at) > Date.now() + live.skew) {
      const other = elsewhere(next.at, timeZone);
      return html`<div class="hackathon-header__next"><span class="eyebrow">${next.text}</span><hh-countdown to=${next.at} .skew=${live.skew}></hh-countdown>
        <time class="faint hackathon-header__when" datetime=${next.at}>${other ? head.yours(momentOf(next.at)) : momentOf(next.at)}${other ? html`<br>${head.there(momentThere(next.at, timeZone))}` : nothing}</time></div>`;
    }
    if (status === "JUDGING") return said(head.judging, this.compact ? nothing : html`<a class="button button--primary" href=${`/hackathons/${slug}/leaderboard`}><hh-icon name="trophy"></hh-icon>${head.toBoard}</a>`);
    if (status === "COMPLETED") return said(head.completed, this.compact ? nothing : html`<a class="button button--primary" href=${`/hackathons/${slug}/leaderboard`}><hh-icon name="trophy"></hh-icon>${head.toResults}</a>`);
    if (status === "CANCELLED") return said(head.cancelled);
    return status === "DRAFT" ? said(head.draft) : nothing;
  }
}

/** @param {string} words @param {unknown} [way] */
const said = (words, way = nothing) => html`<div class="hackathon-header__said"><p class="soft">${words}</p>${way}</div>`;

customElements.define("hh-hackathon-header", HackathonHeader);
