// @ts-check
/** @import { Hackathon, Statistics, TeamStatus } from "../api/types.js" */
import { html, nothing } from "lit";
import { holdFeed } from "../announcements/feed.js";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { Element } from "../design/element.js";
import { empty, failure } from "../design/states.js";
import { clockOf } from "../design/time.js";
import { numberOf } from "../i18n/catalogue.js";
import { carriedOn } from "./chart-model.js";
import "./chart.js";
import { text } from "./text.js";

const AGAIN_MS = 5000;
/** An admin who looks over organizers' shoulders is on record each time. */
const AGAIN_OVERRIDE_MS = 60_000;

/** How it is going, while it is going. */
export class Dashboard extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {Statistics | null} */
    this.figures = null;
    this.loadedAt = new Date();
    this.asking = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdFeed(this.hackathon.id);
    this.feed = model;
    this.until(release);
    this.watch(model.changed);
    void this.#load();
    const again = this.hackathon.me?.roles?.includes("ORGANIZER") ? AGAIN_MS : AGAIN_OVERRIDE_MS;
    this.every(again, () => void this.#load());
    this.hears(document, "visibilitychange", () => void this.#load());
  }

  async #load() {
    if (document.hidden || this.asking) return;
    this.asking = true;
    try {
      this.figures = await hackathons.statistics(this.hackathon.id);
      this.loadedAt = new Date();
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    } finally {
      this.asking = false;
    }
    this.requestUpdate();
  }

  render() {
    const { figures, hackathon, problem } = this;
    const now = this.loadedAt.getTime();
    if (!figures) return problem ? failure(problem, () => void this.#load()) : coming();
    return html`<div class="stack">
      ${failure(problem)}
      ${this.#numbers(figures)}
      <div class="dashboard">
        ${this.#card("chart-registrations", text.registrations, text.registrationsMore, figures.registrations.length === 0 ? empty("users", text.noRegistrations, text.noRegistrationsMore)
          : html`<hh-chart .points=${carriedOn(figures.registrations.map(({ at, registered, waitlisted }) => ({ at: Date.parse(at), value: registered + waitlisted })), Math.min(now, Date.parse(hackathon.registrationEnd)))} kind="steps" label=${text.registrations} .named=${text.people}></hh-chart>`)}
        ${this.#card("chart-messages", text.messages, text.messagesMore, html`<hh-chart .points=${figures.messages.map(pointOf)} kind="bars" label=${text.messages} .named=${text.messagesAt}></hh-chart>`)}
        ${this.#card("chart-submissions", text.submissions, text.submissionsMore, figures.submissions.length === 0 ? empty("rocket", text.noSubmissions, text.noSubmissionsMore)
          : html`<hh-chart .points=${carriedOn(figures.submissions.map(pointOf), Math.min(now, Date.parse(hackathon.endDate)))} kind="steps" label=${text.submissions} .named=${text.projects}></hh-chart>`)}
        ${this.#card("chart-teams", text.teamsBy, text.teamsMore, this.#teams(figures))}
      </div>
      <p class="faint numbers">${text.updated(clockOf(this.loadedAt))}</p>
    </div>`;
  }

  /** @param {Statistics} figures */
  #numbers({ registrations, messages, present, teams, submissions }) {
    const now = registrations.at(-1) ?? { registered: 0, waitlisted: 0, cancelled: 0 };
    const most = this.hackathon.maxParticipants;
    const all = Object.values(teams.byStatus).reduce((sum, n) => sum + n, 0);
    return html`<dl class="figures">
      ${figure(text.here, this.feed?.viewers ?? present, nothing, true)}
      ${figure(text.registered, now.registered, most ? text.of(most) : nothing)}
      ${figure(text.waiting, now.waitlisted)}
      ${figure(text.teams, all)}
      ${figure(text.submitted, submissions.at(-1)?.count ?? 0, all > 0 ? text.of(all) : nothing)}
      ${figure(text.messagesSent, messages.reduce((sum, { count }) => sum + count, 0), text.lastHour)}
    </dl>`;
  }

  /** @param {Statistics} figures */
  #teams({ teams }) {
    const entries = /** @type {[TeamStatus, number][]} */ (Object.entries(teams.byStatus)).sort(([, a], [, b]) => b - a);
    const most = Math.max(1, ...entries.map(([, n]) => n));
    if (entries.length === 0) return empty("users-round", text.noTeams);
    return html`<ul class="bars">${entries.map(([status, n]) => html`<li class="bars__one"><span>${text.statuses[status] ?? status}</span><progress class="progress" max=${most} .value=${n} aria-label=${text.statuses[status] ?? status}></progress><span class="numbers">${numberOf(n)}</span></li>`)}</ul>`;
  }

  /** @param {string} id @param {string} title @param {string} more @param {unknown} content */
  #card(id, title, more, content) {
    return html`<section class="card dashboard__card" aria-labelledby=${id}><header><h3 id=${id}>${title}</h3><p class="faint">${more}</p></header>${content}</section>`;
  }
}

/** The shape of what comes. */
const coming = () => html`<div class="dashboard-coming" role="status" aria-label=${text.loading}>
  <div class="figures">${Array.from({ length: 6 }, () => html`<div class="card card--quiet figures__one"><i></i><i></i></div>`)}</div>
  <div class="dashboard">${Array.from({ length: 4 }, () => html`<div class="card dashboard__card"><i></i><i></i></div>`)}</div></div>`;

/** @param {{at: string, count: number}} count */
const pointOf = ({ at, count }) => ({ at: Date.parse(at), value: count });

/** @param {string} name @param {number} value @param {unknown} [more] @param {boolean} [live] */
const figure = (name, value, more = nothing, live = false) => html`<div class="card card--quiet figures__one"><dt class="faint ${live ? "figures__live" : ""}">${name}</dt><dd><span class="figures__value numbers">${numberOf(value)}</span> <span class="faint numbers">${more}</span></dd></div>`;

customElements.define("hh-dashboard", Dashboard);
