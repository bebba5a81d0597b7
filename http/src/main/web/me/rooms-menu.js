// @ts-check
import { html, nothing } from "lit";
import { escape, leave, used } from "../app/menu.js";
import { text as frame } from "../app/text.js";
import { live } from "../app/services.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { countOf } from "../i18n/catalogue.js";
import { memberships, unreadIn } from "./memberships.js";
import { myTeams } from "./teams-of-mine.js";
import { text } from "./text.js";

/** From any page into the rooms of my teams, with what is unread there. */
export class RoomsMenu extends Element {
  connectedCallback() {
    super.connectedCallback();
    this.watch(memberships, myTeams);
    this.watch(live.positions);
  }

  render() {
    const mine = memberships.value;
    const teams = myTeams.value;
    if (!mine || teams.length === 0) return nothing;
    const rows = teams.map((team) => ({ team, unread: unreadIn(mine, `team/${team.id}/chat`) }));
    const sum = rows.reduce((total, { unread }) => total + unread, 0);
    return html`<details class="menu" @focusout=${leave} @keydown=${escape} @click=${used}>
      <summary class="button button--quiet button--icon top-bar__inbox">
        <hh-icon name="message-circle"></hh-icon><span class="sr-only">${frame.bar.rooms(sum)}</span>
        ${sum > 0 ? html`<span class="count" aria-hidden="true">${countOf(sum)}</span>` : nothing}
      </summary>
      <div class="menu__sheet rooms-menu">
        ${rows.map(({ team, unread }) => html`<a class="menu__item" href=${`/teams/${team.id}`}>
          <hh-icon name=${team.mentored ? "heart-handshake" : "users-round"}></hh-icon>
          <span class="grow rooms-menu__name">${team.name}<span class="faint">${mine.hackathons.find(({ id }) => id === team.hackathonId)?.title ?? ""}</span></span>
          ${unread > 0 ? html`<span class="count">${countOf(unread)}<span class="sr-only"> ${text.unread}</span></span>` : nothing}
        </a>`)}
      </div>
    </details>`;
  }
}

customElements.define("hh-rooms-menu", RoomsMenu);
