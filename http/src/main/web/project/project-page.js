// @ts-check
/** @import { Hackathon, Project, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { Problem, problemOf } from "../api/problem.js";
import { teams } from "../api/teams.js";
import { live, session } from "../app/services.js";
import "../chat/markdown-text.js";
import "../design/countdown.js";
import { Element } from "../design/element.js";
import { area, field } from "../design/field.js";
import { empty, failure, skeleton } from "../design/states.js";
import { momentOf } from "../design/time.js";
import { toast } from "../design/toast.js";

/** What the team builds: its page to be, and the moment it is handed in. */
export class ProjectPage extends Element {
  static properties = { teamId: {}, asking: { state: true } };

  constructor() {
    super();
    this.teamId = "";
    this.asking = false;
    /** @type {Project | null} */
    this.project = null;
    /** @type {Team | null} */
    this.team = null;
    /** @type {Hackathon | null} */
    this.hackathon = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load() {
    try {
      this.team = await teams.get(this.teamId);
      const missing = (/** @type {unknown} */ error) => {
        if (error instanceof Problem && error.status === 404) return { name: "", description: "", trackIds: [] };
        throw error;
      };
      [this.hackathon, this.project] = await Promise.all([hackathons.get(this.team.hackathonId), teams.project(this.teamId).catch(missing)]);
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    const { team, hackathon, project } = this;
    if (!team || !hackathon || !project) return html`<div class="page page--narrow">${this.problem?.status === 404 ? empty("folder-git-2", "There is no such project") : this.problem ? failure(this.problem, () => void this.#load()) : skeleton(8)}</div>`;
    const me = session.user?.id;
    const mine = team.members.some(({ user, role }) => user.id === me && role !== "MENTOR");
    const editable = mine && hackathon.status === "ACTIVE";
    return html`<div class="page page--narrow stack">
      <p class="eyebrow"><a href=${`/teams/${team.id}`}>${team.name}</a> · ${hackathon.title}</p>
      <div class="row row--apart"><h1>${project.name || "Your project"}</h1>${this.#receipt(project)}</div>
      ${this.#deadline(hackathon)}
      ${failure(this.problem?.status === 422 ? null : this.problem)}
      ${editable ? this.#form(project, hackathon) : this.#shown(project)}
      ${mine && team.leaderId === me ? this.#submit(project, hackathon) : mine ? html`<p class="faint">The leader of the team submits it.</p>` : nothing}
    </div>`;
  }

  /** @param {Project} project */
  #receipt({ submittedAt, submittedVersion, late, version }) {
    if (!submittedAt) return html`<span class="badge">Not submitted</span>`;
    const changed = submittedVersion !== undefined && submittedVersion !== version;
    return html`<span class="badge badge--good"><hh-icon name="circle-check"></hh-icon>Submitted ${momentOf(submittedAt)}${late ? ", late" : ""}</span>
      ${changed ? html`<span class="badge badge--warn">Changed since</span>` : nothing}`;
  }

  /** @param {Hackathon} hackathon */
  #deadline({ status, endDate, graceMinutes }) {
    if (status !== "ACTIVE") return nothing;
    if (Date.parse(endDate) > Date.now()) return html`<div class="notice row"><span class="grow">Submissions close in</span><hh-countdown to=${endDate} .skew=${live.skew}></hh-countdown></div>`;
    return graceMinutes ? html`<p class="notice notice--warn">The time is up. For ${graceMinutes} more minutes you may submit, marked as late.</p>` : nothing;
  }

  /** @param {Project} project @param {Hackathon} hackathon */
  #form(project, { tracks }) {
    const { problem } = this;
    return html`<form class="card stack" @submit=${this.#save} aria-label="Project">
      <div class="fields">
        ${field({ label: "Name", name: "name", value: project.name, required: true, maxlength: 120, wide: true, problem })}
        ${area({ label: "What it is and does", name: "description", value: project.description, rows: 8, maxlength: 20_000, hint: "Markdown", wide: true, problem })}
        ${field({ label: "Repository", name: "repositoryUrl", type: "url", value: project.repositoryUrl, placeholder: "https://", maxlength: 2048, problem })}
        ${field({ label: "Demo", name: "demoUrl", type: "url", value: project.demoUrl, placeholder: "https://", maxlength: 2048, problem })}
      </div>
      ${tracks?.length
        ? html`<fieldset class="stack stack--tight"><legend class="field__label">Tracks</legend><div class="row">
            ${tracks.map(({ id, name }) => html`<label class="check"><input type="checkbox" name="trackIds" value=${id} ?checked=${project.trackIds?.includes(id)}>${name}</label>`)}</div></fieldset>`
        : nothing}
      <div><button class="button" ?disabled=${this.busy} aria-busy=${this.busy}>Save the draft</button></div>
    </form>`;
  }

  /** @param {Project} project */
  #shown({ description, repositoryUrl, demoUrl }) {
    if (!description && !repositoryUrl && !demoUrl) return empty("folder-git-2", "Nothing here yet", "The project can be written while the hackathon runs.");
    return html`<div class="card stack">
      <hh-markdown .text=${description}></hh-markdown>
      <p class="row">${[["Repository", repositoryUrl], ["Demo", demoUrl]].map(([name, url]) => url && /^https?:/.test(url) ? html`<a class="button button--small" href=${url} target="_blank" rel="noopener nofollow"><hh-icon name="external-link"></hh-icon>${name}</a>` : nothing)}</p>
    </div>`;
  }

  /** @param {Project} project @param {Hackathon} hackathon */
  #submit(project, { status }) {
    if (status !== "ACTIVE") return nothing;
    return html`<div class="card row">
      <span class="grow soft">${project.submittedAt ? "You may submit again: the last version counts." : "Submitting keeps a snapshot. You may do it again until time is up."}</span>
      ${project.submittedAt ? html`<button class="button button--quiet" ?disabled=${this.busy} @click=${this.#withdraw}>Withdraw</button>` : nothing}
      <button class="button button--primary" ?disabled=${this.busy || !project.name} aria-busy=${this.busy} @click=${this.#handIn}><hh-icon name="send"></hh-icon>Submit</button>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    if (await this.attempt(() => this.#store())) toast("Saved.", { kind: "good" });
  }

  async #store() {
    const form = this.querySelector("form");
    if (!form) return;
    const data = new FormData(form);
    const text = (/** @type {string} */ name) => String(data.get(name) ?? "").trim();
    ({ body: this.project } = await teams.saveProject(this.teamId, {
      name: text("name"),
      description: text("description"),
      repositoryUrl: text("repositoryUrl") || undefined,
      demoUrl: text("demoUrl") || undefined,
      trackIds: data.getAll("trackIds"),
    }));
  }

  async #handIn() {
    const sent = await this.attempt(async () => {
      await this.#store();
      this.project = await teams.submit(this.teamId);
    });
    if (sent) toast("Submitted. Well done.", { kind: "good" });
    void this.#loadQuietly();
  }

  async #withdraw() {
    if (await this.attempt(() => teams.withdraw(this.teamId))) toast("Withdrawn. Do not forget to submit again.");
    void this.#loadQuietly();
  }

  async #loadQuietly() {
    const { problem } = this;
    await this.#load();
    this.problem ??= problem;
    this.requestUpdate();
  }
}

customElements.define("hh-project-page", ProjectPage);
