// @ts-check
/** @import { Hackathon, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { allPages } from "../api/all-pages.js";
import { hackathons } from "../api/hackathons.js";
import { beginReminder } from "../announcements/reminder.js";
import { navigate } from "../app/router.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { agoOf, momentOf } from "../design/time.js";
import { text } from "./text.js";

/** @typedef {Team & {updatedAt?: string}} Listed */

/** Who has handed something in, and who has not. */
export class Submissions extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {Listed[] | null} */
    this.teams = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  #load() {
    return this.reads(async () => {
      this.teams = await allPages((query) => hackathons.teams(this.hackathon.id, query));
    });
  }

  render() {
    const { teams, hackathon } = this;
    if (!teams) return this.problem ? failure(this.problem, () => void this.#load()) : skeleton(8);
    const there = teams.filter(({ status }) => status !== "DISBANDED");
    const done = there.filter(({ status }) => status === "SUBMITTED");
    const open = there.filter(({ status }) => status !== "SUBMITTED").sort((a, b) => stamp(a) - stamp(b));
    if (there.length === 0) return empty("users-round", text.teamsNone, text.teamsNoneMore);
    return html`<div class="stack">
      <section class="card stack" aria-labelledby="open"><div class="row row--apart"><h3 id="open">${text.notSubmitted(open.length)}</h3>
        ${open.length > 0 && hackathon.status === "ACTIVE" ? html`<button class="button button--primary" @click=${() => this.#remind(open.length)}><hh-icon name="bell-ring"></hh-icon>${text.remind}</button>` : nothing}</div>
        <label class="sr-only" for="submitted">${text.submittedOf(done.length, there.length)}</label>
        <progress class="progress" id="submitted" max=${there.length} .value=${done.length}></progress>
        <p class="faint numbers">${text.submittedOf(done.length, there.length)}</p>
        ${open.length === 0 ? html`<p class="notice notice--good"><hh-icon name="party-popper"></hh-icon>${text.allSubmitted}</p>` : this.#list(open)}</section>
      ${done.length > 0 ? html`<section class="card stack" aria-labelledby="done"><h3 id="done">${text.submitted}</h3>${this.#list(done)}</section>` : nothing}
    </div>`;
  }

  /** @param {Listed[]} teams */
  #list(teams) {
    return html`<ul class="list list--rows">${repeat(teams, ({ id }) => id, (team) => {
      const { id, name, members, status, updatedAt, createdAt } = team;
      const at = updatedAt ?? createdAt;
      return html`<li><span class="grow"><a class="submission__name" href=${`/teams/${id}/project`}>${name}</a><br><span class="faint">${text.members(members.length)} · <time datetime=${at} title=${momentOf(at)}>${text.lastChange(agoOf(at))}</time></span></span>
        <span class="badge ${status === "SUBMITTED" ? "badge--good" : ""}">${text.teamStatuses[status] ?? status}</span></li>`;
    })}</ul>`;
  }

  /** @param {number} open */
  #remind(open) {
    const { id, slug, endDate } = this.hackathon;
    beginReminder(id, { title: text.reminderTitle, content: text.reminderText(momentOf(endDate), open), type: "REMINDER", priority: "HIGH", audience: "PARTICIPANTS" });
    navigate(`/hackathons/${slug}/announcements`);
  }
}

/** @param {Listed} team */
const stamp = ({ updatedAt, createdAt }) => Date.parse(updatedAt ?? createdAt);

customElements.define("hh-submissions", Submissions);
