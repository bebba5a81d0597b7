// @ts-check
/** @import { Memberships } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { live, session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { empty, failure, skeleton } from "../design/states.js";
import "../hackathons/my-hackathons.js";
import { cardSkeletons } from "../hackathons/hackathon-card.js";
import { countOf } from "../i18n/catalogue.js";
import { inboxOf } from "../inbox/inbox.js";
import { notification } from "../inbox/notification.js";
import { memberships, refreshMemberships } from "./memberships.js";
import { unreadRooms } from "./rooms.js";
import { myTeams } from "./teams-of-mine.js";
import { text } from "./text.js";

const { page } = text;
const SHOWN = 4;

/** All that is mine in one place: what is due, what is unread, what is to be judged. */
export class MePage extends Element {
  constructor() {
    super();
    /** How much I have left to judge, by hackathon. @type {Map<string, {left: number, all: number}>} */
    this.tasks = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(memberships, myTeams);
    this.watch(live.positions);
    this.until(memberships.watch(() => void this.#count()));
    const { user } = session;
    this.inbox = user ? inboxOf(user.id) : null;
    if (this.inbox) this.watch(this.inbox.changed);
    void this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      await refreshMemberships(true);
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  async #count() {
    const judged = (memberships.value?.hackathons ?? []).filter(({ roles, status }) => roles?.includes("JUDGE") && status === "JUDGING");
    // What cannot be counted now is shown without its number.
    const asked = await Promise.allSettled(judged.map(async ({ id }) => /** @type {const} */ ([id, await hackathons.assignments(id)])));
    for (const it of asked) {
      if (it.status === "fulfilled") this.tasks.set(it.value[0], { left: it.value[1].filter(({ complete }) => !complete).length, all: it.value[1].length });
    }
    this.requestUpdate();
  }

  render() {
    const { user } = session;
    if (!user) return nothing;
    const mine = memberships.value;
    return html`<div class="page stack stack--loose">
      <header class="me__head">
        ${avatar(user, "large")}
        <div class="grow"><h1 class="page__title">${page.hello(user.fullName.split(" ")[0])}</h1><p class="soft me__name">@${user.username}</p></div>
        <a class="button" href="/me/settings"><hh-icon name="settings"></hh-icon><span class="me__settings">${page.settings}</span></a>
      </header>
      ${failure(this.problem, () => void this.#load())}
      ${mine ? this.#mine(mine) : this.problem ? nothing : cardSkeletons(page.loading, 2)}
    </div>`;
  }

  /** @param {Memberships} mine */
  #mine(mine) {
    const mentored = myTeams.value.filter((it) => it.mentored);
    return html`
      ${mine.hackathons.length === 0 ? html`<div class="card">${empty("rocket", page.nothingYet, page.nothingYetMore, html`<a class="button button--primary" href="/hackathons">${page.find}</a>`)}</div>` : html`<hh-my-hackathons></hh-my-hackathons>`}
      <div class="me__parts">
        ${this.#unread(mine)}
        ${this.#judging(mine)}
        ${this.#mentoring(mine, mentored)}
        ${this.#inbox()}
        ${mine.organizations.length > 0 ? part("building-2", page.organizations, html`<ul class="list">${mine.organizations.map(({ name }) => html`<li><span class="grow">${name}</span></li>`)}</ul>`) : nothing}
      </div>`;
  }

  /** @param {Memberships} mine */
  #unread(mine) {
    const rooms = unreadRooms(mine, myTeams.value, live.positions.value);
    return part("message-circle", page.rooms, rooms.length === 0
      ? html`<p class="soft">${page.nothingUnread}</p>`
      : html`<ul class="list">${rooms.map(({ href, name, icon, unread }) => html`<li><a class="me__line" href=${href}><hh-icon name=${icon}></hh-icon><span class="grow">${name}</span><span class="count">${countOf(unread)}<span class="sr-only"> ${text.unread}</span></span></a></li>`)}</ul>`);
  }

  /** @param {Memberships} mine */
  #judging(mine) {
    const judged = mine.hackathons.filter(({ roles, status }) => roles?.includes("JUDGE") && status === "JUDGING");
    if (judged.length === 0) return nothing;
    return part("gavel", page.judging, html`<ul class="list">${judged.map(({ id, slug, title }) => {
      const tasks = this.tasks.get(id);
      const said = !tasks ? "" : tasks.all === 0 ? text.judge.none : tasks.left > 0 ? text.judge.left(tasks.left, tasks.all) : text.judge.done;
      return html`<li><span class="grow"><strong>${title}</strong><br><span class="soft">${said}</span>
        ${tasks && tasks.all > 0 ? html`<progress class="progress" max=${tasks.all} value=${tasks.all - tasks.left} aria-label=${said}></progress>` : nothing}</span>
        <a class="button button--small" href=${`/hackathons/${slug}/judge`}>${tasks?.left === 0 ? text.judge.look : text.judge.go}</a></li>`;
    })}</ul>`);
  }

  /** Also before a team has invited me: there one learns how that comes about. @param {Memberships} mine @param {{id: string, name: string, hackathonId: string}[]} mentored */
  #mentoring(mine, mentored) {
    if (mentored.length === 0 && !mine.hackathons.some(({ roles }) => roles?.includes("MENTOR"))) return nothing;
    return part("heart-handshake", page.mentored, html`
      ${mentored.length === 0 ? html`<p class="soft">${page.mentoredNone}</p>` : html`<ul class="list">${mentored.map(({ id, name, hackathonId }) => html`<li><a class="me__line" href=${`/teams/${id}`}><span class="grow">${name}</span><span class="faint">${mine.hackathons.find((it) => it.id === hackathonId)?.title ?? ""}</span></a></li>`)}</ul>`}
      <p><a href="/me/mentoring">${page.mentoredAll}</a></p>`);
  }

  #inbox() {
    const latest = this.inbox?.notifications.slice(0, SHOWN) ?? [];
    const read = this.inbox?.read ?? 0;
    const coming = this.inbox && !this.inbox.refusal && (!this.inbox.subscribed || (this.inbox.head > 0 && this.inbox.events.length === 0));
    return part("inbox", page.inbox, html`
      ${latest.length === 0 ? coming ? skeleton(2) : html`<p class="soft">${page.inboxEmpty}</p>` : html`<ul class="inbox__list">${latest.map((event) => notification(event, event.seq > read))}</ul>`}
      <p><a href="/inbox">${page.wholeInbox}</a></p>`);
  }
}

/** @param {string} icon @param {string} title @param {unknown} content */
const part = (icon, title, content) => html`<section class="card card--quiet stack stack--tight me__part"><h2 class="me__part-title"><hh-icon name=${icon}></hh-icon>${title}</h2>${content}</section>`;

customElements.define("hh-me-page", MePage);
