// @ts-check
/** @import { Card, Hackathon, Scorecard } from "../api/types.js" */
/** @import { Row, State } from "./judging-progress.js" */
import { html, nothing } from "lit";
import { allPages } from "../api/all-pages.js";
import { hackathons } from "../api/hackathons.js";
import "../board/results-tools.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { judgingProgress } from "./judging-progress.js";
import { text } from "./text.js";

const AGAIN_MS = 15_000;
/** @type {Record<State, string>} */
const ICONS = { done: "circle-check", draft: "pencil", open: "circle" };

/** Who has scored what, and what is left; freezing, finalizing and publishing. */
export class Judging extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {{judges: Card[], projects: {id: string, name: string}[], scores: Scorecard[]} | null} */
    this.known = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
    this.every(AGAIN_MS, () => document.hidden || this.hackathon.status !== "JUDGING" || void this.#load());
  }

  #load() {
    const { id, status } = this.hackathon;
    return this.reads(async () => {
      const begun = ["JUDGING", "COMPLETED"].includes(status);
      const [staff, teams, scores] = await Promise.all([
        hackathons.staff(id),
        allPages((query) => hackathons.teams(id, { ...query, status: "SUBMITTED" })),
        begun ? hackathons.scores(id) : [],
      ]);
      const judges = staff.items.filter((/** @type {{roles: string[]}} */ { roles }) => roles.includes("JUDGE")).map((/** @type {{user: Card}} */ { user }) => user);
      this.known = { judges, projects: teams, scores };
    });
  }

  render() {
    const { hackathon, known } = this;
    return html`<div class="stack">
      <hh-results-tools .hackathon=${hackathon}></hh-results-tools>
      ${failure(this.problem, known ? undefined : () => void this.#load())}
      ${known ? this.#progress(known) : this.problem ? nothing : skeleton(8)}
    </div>`;
  }

  /** @param {NonNullable<Judging["known"]>} known */
  #progress({ judges, projects, scores }) {
    const { slug } = this.hackathon;
    if (judges.length === 0) return empty("gavel", text.judgesNone, text.judgesNoneMore, html`<a class="button button--primary" href=${`/hackathons/${slug}/organize/staff`}><hh-icon name="user-plus"></hh-icon>${text.judgesAdd}</a>`);
    if (projects.length === 0) return empty("rocket", text.projectsNone, text.projectsNoneMore);
    const { rows, missing, done, all } = judgingProgress(judges, projects, scores);
    return html`<section class="card stack" aria-labelledby="progress"><h3 id="progress">${text.progress}</h3>
      <div class="stack stack--tight"><label class="numbers faint" for="reviews">${text.reviewsOf(done, all)}</label><progress class="progress" id="reviews" max=${Math.max(1, all)} .value=${done}></progress></div>
      <ul class="list list--rows">${rows.map((row) => this.#judge(row, projects.length))}</ul>
      <details><summary>${text.byProject}</summary>${this.#table(rows, projects, missing)}</details>
    </section>`;
  }

  /** @param {Row} row @param {number} of */
  #judge({ judge, done, draft, open }, of) {
    return html`<li>${avatar(judge)}<span class="grow"><strong>${judge.fullName}</strong><br><span class="faint numbers">${text.judgeState(done, draft, open)}</span></span>
      <progress class="progress judging__bar" max=${of} .value=${done} aria-label=${judge.fullName}></progress></li>`;
  }

  /** @param {Row[]} rows @param {{id: string, name: string}[]} projects @param {number[]} missing */
  #table(rows, projects, missing) {
    return html`<div class="judging__scroll" tabindex="0" role="region" aria-label=${text.byProject}><table class="judging__table">
      <thead><tr><th scope="col">${text.project}</th>${rows.map(({ judge }) => html`<th scope="col">${judge.fullName}</th>`)}<th scope="col">${text.missing}</th></tr></thead>
      <tbody>${projects.map(({ name }, i) => html`<tr><th scope="row">${name}</th>${rows.map(({ states }) => html`<td class="judging__${states[i]}"><hh-icon name=${ICONS[states[i]]} label=${text.states[states[i]]}></hh-icon></td>`)}<td class="numbers">${missing[i]}</td></tr>`)}</tbody>
    </table></div>`;
  }
}

customElements.define("hh-judging", Judging);
