// @ts-check
/** @import { Hackathon, Project, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { Problem, problemOf } from "../api/problem.js";
import { teams } from "../api/teams.js";
import { live } from "../app/services.js";
import "../design/countdown.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { momentOf } from "../design/time.js";
import { deadlineOf } from "../project/deadline.js";
import { text as projectText } from "../project/text.js";
import { text } from "./text.js";

/** Where the team's project stands, and how long there is. */
export class ProjectState extends Element {
  static properties = { team: { attribute: false }, hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Team} */
    this.team = /** @type {any} */ (undefined);
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {Project | null} */
    this.project = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.every(20_000, () => this.requestUpdate());
  }

  /** Whenever the team is read anew. @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (changed.has("team")) void this.#load();
  }

  /** Before the start there is none to ask for. */
  async #load() {
    if (deadlineOf(this.hackathon, Date.now() + live.skew).phase === "before") return;
    try {
      this.project = await teams.project(this.team.id);
      this.problem = null;
    } catch (error) {
      if (error instanceof Problem && error.status === 404) this.project = null;
      else this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    const { project } = this;
    const { phase, at } = deadlineOf(this.hackathon, Date.now() + live.skew);
    const heads = { before: text.startsIn, open: projectText.closesIn, grace: projectText.graceIn, over: "" };
    const changed = project?.submittedAt && project.submittedVersion !== undefined && project.submittedVersion !== project.version;
    return html`<section class="stack" aria-label=${text.project}>
      ${at && phase !== "over" ? html`<div class="stack stack--tight project-state__time ${phase === "grace" ? "project-state__time--late" : ""}"><span class="eyebrow">${heads[phase]}</span><hh-countdown to=${at} .skew=${live.skew}></hh-countdown></div>` : nothing}
      ${failure(this.problem)}
      <a class="card card--quiet project-state" href=${`/teams/${this.team.id}/project`}>
        <hh-icon name=${project?.submittedAt ? "circle-check" : "folder-git-2"} class=${project?.submittedAt ? "project-state__done" : ""}></hh-icon>
        <span class="grow"><strong>${project?.name || text.project}</strong>
          <span class="faint team-side__name">${phase === "before" ? text.projectWaits : project?.submittedAt ? text.projectSubmitted(momentOf(project.submittedAt)) : project ? text.projectDraft : text.projectNone}</span>
          ${changed ? html`<span class="badge badge--warn">${text.projectChanged}</span>` : nothing}</span>
        <hh-icon name="chevron-right"></hh-icon>
      </a>
    </section>`;
  }
}

customElements.define("hh-project-state", ProjectState);
