// @ts-check
/** @import { Hackathon, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { followChanges } from "../announcements/feed.js";
import { hackathons } from "../api/hackathons.js";
import { teams } from "../api/teams.js";
import { session } from "../app/services.js";
import "../chat/chat.js";
import { holdRoom } from "../chat/room.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { Presence } from "./presence.js";
import { roomTabs } from "./room-tabs.js";
import { teamStatusBadge } from "./team-card.js";
import "./team-side.js";
import { text } from "./text.js";
import { Unseen } from "./unseen.js";

/** The team room: its chat, and beside it who is on the team and where the project stands; on a phone one at a time. */
export class TeamPage extends Element {
  static properties = { teamId: {}, tab: { state: true } };

  constructor() {
    super();
    this.teamId = "";
    /** @type {import("./room-tabs.js").Tab} */
    this.tab = "chat";
    /** @type {Team | null} */
    this.team = null;
    /** @type {Hackathon | null} */
    this.hackathon = null;
    this.unseen = new Unseen();
    /** How often somebody came or went, as far as the log is held; undefined before it is. @type {number | undefined} */
    this.happenings = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    const { model, release } = holdRoom(`team/${this.teamId}/chat`);
    this.room = model;
    this.presence = new Presence(model, () => this.requestUpdate());
    this.until(release);
    this.until(model.changed.watch(() => this.#heard()));
    const again = () => document.hidden || void this.load();
    this.hears(this, "changed", again);
    this.hears(document, "visibilitychange", again);
  }

  /** Something happened in the room; who came or went changes the team. */
  #heard() {
    const happenings = this.room?.messages.items.filter((it) => "kind" in it).length ?? 0;
    if (this.happenings !== undefined && happenings !== this.happenings) void this.load();
    if (this.room?.subscribed) this.happenings = happenings;
    this.presence?.look();
    this.requestUpdate();
  }

  load() {
    return this.reads(async () => {
      this.team = await teams.get(this.teamId);
      this.hackathon = await hackathons.get(this.team.hackathonId);
      this.titled(this.team.name);
      this.#follow(this.hackathon.id);
    });
  }

  /** @param {string} id */
  #follow(id) {
    if (this.feed || !this.isConnected) return;
    this.feed = followChanges(this, id, () => void this.load());
    this.until(() => (this.feed = undefined));
  }

  render() {
    const { team, hackathon } = this;
    if ((!team || !hackathon) && !this.problem) return coming();
    if (!team || !hackathon) return html`<div class="page"><h1 class="sr-only">${text.room}</h1>${this.problem?.status === 404 ? empty("users", text.noSuch, text.noSuchMore) : this.problem ? failure(this.problem, () => void this.load()) : nothing}</div>`;
    const inside = team.members.some(({ user }) => user.id === session.user?.id);
    if (!inside || team.status === "DISBANDED") return this.#closed(team, hackathon);
    const leads = team.leaderId === session.user?.id;
    const present = this.presence?.here ?? new Set();
    const unseen = this.unseen.count(this.room?.messages.items ?? [], session.user?.id);
    return html`<div class="team team--${this.tab}">
      <header class="team__head">
        <div class="grow">
          <p class="eyebrow team__crumb"><a href=${`/hackathons/${hackathon.slug}`}>${hackathon.title}</a></p>
          <div class="row team__name"><h1>${team.name}</h1>${teamStatusBadge(team.status)}</div>
        </div>
      </header>
      <section class="team__chat" id="room-chat" aria-label=${text.tabChat}>
        <hh-chat channel=${`team/${team.id}/chat`} .people=${team.members.map(({ user }) => user)} ?moderator=${leads}></hh-chat>
      </section>
      <aside class="team__side" id="room-team" aria-label=${text.tabTeam}>
        <hh-team-side .team=${team} .hackathon=${hackathon} .present=${present} ?leads=${leads}></hh-team-side>
      </aside>
      <section class="team__project" id="room-project" aria-label=${text.tabProject}>
        ${this.tab === "project" ? html`<hh-project teamId=${team.id}></hh-project>` : nothing}
      </section>
      ${roomTabs(this.tab, unseen, (tab) => void this.#show(tab))}
    </div>`;
  }

  /** @param {Team} team @param {Hackathon} hackathon */
  #closed({ status }, { slug }) {
    const way = html`<a class="button" href=${`/hackathons/${slug}/teams`}>${text.findTeams}</a>`;
    return html`<div class="page"><h1 class="sr-only">${text.room}</h1>${status === "DISBANDED" ? empty("users", text.disbanded, nothing, way) : empty("lock", text.notIn, text.notInMore, way)}</div>`;
  }

  /** The chat stays where it is, hidden or not. @param {import("./room-tabs.js").Tab} tab */
  async #show(tab) {
    if (tab === "project") await import("../project/project.js");
    if (tab === "chat") this.unseen.back();
    else this.unseen.leave(this.room?.last ?? 0);
    this.tab = tab;
  }
}

/** The shape of what comes. */
const coming = () => html`<div class="team team--chat">
  <div class="team__head" aria-hidden="true"><div class="skeleton grow"><div></div></div></div>
  <div class="team__chat chat__loading">${skeleton(8)}</div>
  <div class="team__side" aria-hidden="true"><div class="skeleton">${Array.from({ length: 6 }, () => html`<div></div>`)}</div></div>
</div>`;

customElements.define("hh-team-page", TeamPage);
