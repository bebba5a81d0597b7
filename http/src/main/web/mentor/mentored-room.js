// @ts-check
/** @import { Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { session } from "../app/services.js";
import { othersSince } from "../chat/messages.js";
import { holdRoom } from "../chat/room.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { agoOf } from "../design/time.js";
import { countOf } from "../i18n/catalogue.js";
import { plain } from "../markdown/markdown.js";
import { text } from "./text.js";

/** One team's room from outside: what was said last, how much is new, who is in it. It is live. */
export class MentoredRoom extends Element {
  static properties = { team: { attribute: false } };

  constructor() {
    super();
    /** @type {Team} */
    this.team = /** @type {any} */ (undefined);
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdRoom(`team/${this.team.id}/chat`);
    this.room = model;
    this.until(release);
    this.watch(model.changed);
  }

  render() {
    const { team, room } = this;
    const people = team.members.filter(({ role }) => role !== "MENTOR");
    const messages = (room?.messages.items ?? []).filter((it) => "author" in it);
    const unread = room ? othersSince(room.messages.items, room.read, session.user?.id) : 0;
    const last = messages.at(-1);
    return html`<a class="card mentored ${unread > 0 ? "mentored--new" : ""}" href=${`/teams/${team.id}`}>
      <div class="row row--apart"><h3>${team.name}</h3>${unread > 0 ? html`<span><span class="count" aria-hidden="true">${countOf(unread)}</span><span class="sr-only">${text.unread(unread)}</span></span>` : nothing}</div>
      ${last
        ? html`<p class="mentored__last soft"><b>${last.author.fullName}</b> ${last.text === null ? text.deleted : plain(last.text)}</p>`
        : html`<p class="faint">${room?.subscribed ? text.nothingYet : nothing}</p>`}
      <p class="row faint">
        <span class="mentored__people">${people.slice(0, 5).map(({ user }) => avatar(user, "small"))}</span>
        <span>${text.people(people.length)}</span>
        ${last ? html`<span>${agoOf(last.at)}</span>` : nothing}
        ${room?.present ? html`<span>${text.here(room.present)}</span>` : nothing}
      </p>
    </a>`;
  }
}

customElements.define("hh-mentored-room", MentoredRoom);
