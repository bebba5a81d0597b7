// @ts-check
/** @import { Hackathon, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { teams } from "../api/teams.js";
import { live, session } from "../app/services.js";
import "../chat/chat.js";
import { holdRoom } from "../chat/room.js";
import { Element } from "../design/element.js";
import "../design/countdown.js";
import { empty, failure, skeleton } from "../design/states.js";
import { nextMilestone } from "../hackathons/status.js";
import { teamStatusBadge } from "./team-card.js";
import "./team-side.js";

/** The team room: its chat, and beside it who is on the team and where the project stands. */
export class TeamPage extends Element {
  static properties = { teamId: {}, side: { state: true } };

  constructor() {
    super();
    this.teamId = "";
    /** Whether a phone shows the side instead of the chat. */
    this.side = false;
    /** @type {Team | null} */
    this.team = null;
    /** @type {Hackathon | null} */
    this.hackathon = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    const { model, release } = holdRoom(`team/${this.teamId}/chat`);
    this.room = model;
    this.until(release);
    let happenings = 0;
    this.until(model.changed.watch(() => {
      const now = model.messages.items.filter((it) => "kind" in it).length;
      if (now !== happenings && happenings > 0) void this.load();
      happenings = now;
      this.requestUpdate();
    }));
    const again = () => void this.load();
    this.addEventListener("changed", again);
    this.until(() => this.removeEventListener("changed", again));
  }

  async load() {
    try {
      this.team = await teams.get(this.teamId);
      this.hackathon = await hackathons.get(this.team.hackathonId);
      document.title = `${this.team.name} · HackHub`;
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    const { team, hackathon } = this;
    if (!team || !hackathon) return html`<div class="page">${this.problem?.status === 404 ? empty("users", "There is no such team", "Or it is not yours to see.") : this.problem ? failure(this.problem, () => void this.load()) : skeleton(8)}</div>`;
    const leads = team.leaderId === session.user?.id;
    return html`<div class="team ${this.side ? "team--side" : ""}">
      <header class="team__head">
        <div class="grow">
          <p class="eyebrow team__crumb"><a href=${`/hackathons/${hackathon.slug}`}>${hackathon.title}</a></p>
          <div class="row"><h1>${team.name}</h1>${teamStatusBadge(team.status)}</div>
        </div>
        <span class="faint row numbers" title="In this room now"><hh-icon name="users"></hh-icon>${this.room?.present ? `${this.room.present} here` : nothing}</span>
        <button class="button button--small team__toggle" aria-pressed=${this.side} @click=${() => (this.side = !this.side)}>${this.side ? "Chat" : "Team"}</button>
      </header>
      <div class="team__chat">
        <hh-chat channel=${`team/${team.id}/chat`} .people=${team.members.map(({ user }) => user)} ?moderator=${leads}></hh-chat>
      </div>
      <aside class="team__side" aria-label="Team">
        ${this.#deadline(hackathon)}
        <hh-team-side .team=${team} .hackathon=${hackathon} ?leads=${leads}></hh-team-side>
      </aside>
    </div>`;
  }

  /** @param {Hackathon} hackathon */
  #deadline(hackathon) {
    const next = nextMilestone(hackathon);
    if (!next || Date.parse(next.at) < Date.now()) return nothing;
    return html`<div class="stack stack--tight"><span class="eyebrow">${next.text}</span><hh-countdown to=${next.at} .skew=${live.skew}></hh-countdown></div>`;
  }
}

customElements.define("hh-team-page", TeamPage);
