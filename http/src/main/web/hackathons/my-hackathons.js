// @ts-check
/** @import { Hackathon, Memberships } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { live } from "../app/services.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { agoOf } from "../design/time.js";
import { countOf } from "../i18n/catalogue.js";
import { memberships, unreadIn } from "../me/memberships.js";
import { myTeams } from "../me/teams-of-mine.js";
import { cardSkeletons } from "./hackathon-card.js";
import { byUrgency } from "./my-order.js";
import { nextMilestone, roleName, statusBadge } from "./status.js";
import { text } from "./text.js";

const { mine } = text;

/** Where I belong: what is due next comes first, with the ways I go most and what is unread there. */
export class MyHackathons extends Element {
  constructor() {
    super();
    /** With their dates. @type {Map<string, Hackathon>} */
    this.details = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(memberships, myTeams);
    this.watch(live.positions);
    this.until(memberships.watch(() => void this.#learn()));
    void this.#learn();
  }

  async #learn() {
    const wanted = (memberships.value?.hackathons ?? []).filter(({ id, status }) => this.details.get(id)?.status !== status);
    // Without its dates a hackathon is shown nevertheless.
    const asked = await Promise.allSettled(wanted.map(({ id }) => hackathons.get(id)));
    for (const it of asked) if (it.status === "fulfilled") this.details.set(it.value.id, it.value);
    if (wanted.length > 0) this.requestUpdate();
  }

  render() {
    const known = memberships.value;
    if (!known) return html`<section class="stack"><h2>${mine.title}</h2>${cardSkeletons(text.list.loading, 2)}</section>`;
    if (known.hackathons.length === 0) return nothing;
    const order = byUrgency(known.hackathons, this.details);
    return html`<section class="stack" aria-labelledby="mine">
      <h2 id="mine">${mine.title}</h2>
      <ul class="hackathon-grid">${repeat(order, ({ id }) => id, (it) => this.#card(it, known))}</ul>
    </section>`;
  }

  /** @param {Memberships["hackathons"][0]} it @param {Memberships} known */
  #card(it, known) {
    const base = `/hackathons/${it.slug}`;
    const details = this.details.get(it.id);
    const next = details && nextMilestone(details);
    const inside = it.roles?.length > 0 || ["REGISTERED", "CHECKED_IN"].includes(it.registration?.status ?? "");
    const lookingForTeam = inside && !it.teamId && !it.roles?.length && ["REGISTRATION_OPEN", "REGISTRATION_CLOSED", "ACTIVE"].includes(it.status);
    return html`<li class="card mine">
      <div class="row row--apart">${statusBadge(it.status)}<span class="faint">${standing(it)}</span></div>
      <h3><a class="mine__title" href=${base}>${it.title}</a></h3>
      ${next && Date.parse(next.at) > Date.now() ? html`<p class="mine__next soft"><hh-icon name="alarm-clock"></hh-icon>${next.name} <strong>${agoOf(next.at)}</strong></p>` : nothing}
      <div class="mine__ways">
        ${myTeams.value.filter(({ hackathonId }) => hackathonId === it.id).map(({ id, name }) => way(`/teams/${id}`, "message-circle", name, unreadIn(known, `team/${id}/chat`), true))}
        ${it.teamId && !myTeams.value.some(({ hackathonId }) => hackathonId === it.id) ? html`<span class="button button--small mine__way--first mine__way--coming" aria-hidden="true"></span>` : nothing}
        ${lookingForTeam ? way(`${base}/teams`, "users-round", mine.findTeam, 0, true) : nothing}
        ${it.roles?.includes("JUDGE") ? way(`${base}/judge`, "gavel", mine.judge, 0, true) : nothing}
        ${it.roles?.includes("ORGANIZER") ? way(`${base}/organize`, "layout-dashboard", mine.organize, 0, true) : nothing}
        ${inside ? way(`${base}/chat`, "hash", mine.chat, unreadIn(known, `hackathon/${it.id}/chat`)) : nothing}
      </div>
    </li>`;
  }
}

/** @param {string} href @param {string} icon @param {string} name @param {number} unread @param {boolean} [first] */
const way = (href, icon, name, unread, first = false) => html`<a class="button button--small ${first ? "mine__way--first" : ""}" href=${href}>
  <hh-icon name=${icon}></hh-icon><span class="mine__way">${name}</span>${unread > 0 ? html`<span class="count">${countOf(unread)}<span class="sr-only"> ${mine.unread(unread)}</span></span>` : nothing}</a>`;

/** @param {import("../api/types.js").Me} me */
function standing({ registration, roles }) {
  if (roles?.length > 0) return roles.map(roleName).join(", ");
  if (registration?.status === "WAITLISTED") return mine.waiting(registration.position ?? 0);
  return registration ? mine.participant : "";
}

customElements.define("hh-my-hackathons", MyHackathons);
