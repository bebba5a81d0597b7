// @ts-check
/** @import { Hackathon, Member, Project, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { Problem } from "../api/problem.js";
import { teams } from "../api/teams.js";
import { session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { momentOf } from "../design/time.js";
import { cover } from "./cover.js";
import { projectLinks } from "./links.js";
import { pitchOf, restOf } from "./shown.js";
import "../markdown/markdown-text.js";
import { text } from "./text.js";

/** A project as everybody sees it: what was handed in, whoever looks. */
export class PublicProject extends Element {
  static properties = { slug: {}, teamId: {} };

  constructor() {
    super();
    this.slug = "";
    this.teamId = "";
    /** @type {Hackathon | null} */
    this.hackathon = null;
    /** @type {Team | null} */
    this.team = null;
    /** @type {Project | null} */
    this.project = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  #load() {
    return this.reads(async () => {
      [this.hackathon, this.team, this.project] = await Promise.all([hackathons.get(this.slug), teams.get(this.teamId), this.#handedIn()]);
      this.titled(this.project.name);
    });
  }

  /** Where nothing is, those who may see drafts see the draft. @returns {Promise<Project>} */
  async #handedIn() {
    try {
      return await teams.submitted(this.teamId);
    } catch (error) {
      const hidden = error instanceof Problem && [401, 403, 404].includes(error.status);
      if (!hidden || !session.signedIn) throw error;
      return teams.project(this.teamId);
    }
  }

  render() {
    const { hackathon, team, project, problem } = this;
    if (problem && [401, 403, 404].includes(problem.status)) return html`<div class="page page--narrow"><h1 class="sr-only">${text.noSuch}</h1>${empty("folder-git-2", text.noSuch, text.noSuchMore, html`<a class="button" href=${`/hackathons/${this.slug}/projects`}>${text.allProjects}</a>`)}</div>`;
    if (!hackathon || !team || !project) return html`<div class="page page--narrow">${problem ? failure(problem, () => void this.#load()) : skeleton(10)}</div>`;
    const named = new Map((hackathon.tracks ?? []).map(({ id, name }) => [id, name]));
    const rest = restOf(project.description);
    return html`<article class="page public-project stack stack--loose">
      <header class="public-project__head">
        ${cover(team.id, project.name, "public-project__cover")}
        <div class="stack stack--tight">
          <p class="eyebrow"><a href=${`/hackathons/${hackathon.slug}/projects`}>${hackathon.title}</a></p>
          <h1>${project.name}</h1>
          <p class="public-project__pitch soft">${pitchOf(project.description) || text.noDescription}</p>
          ${projectLinks(project)}
        </div>
      </header>
      ${project.submittedAt ? nothing : html`<p class="notice notice--warn"><hh-icon name="eye-off"></hh-icon>${text.draftOnly}</p>`}
      <div class=${rest ? "columns" : "public-project__alone"}>
        ${rest ? html`<section aria-labelledby="about-project"><h2 class="sr-only" id="about-project">${text.description}</h2><hh-markdown class="public-project__text" .text=${rest}></hh-markdown></section>` : nothing}
        <aside class="stack" aria-label=${text.team}>
          ${this.#people(team, project.name)}
          ${project.trackIds?.length ? html`<section class="card card--quiet stack stack--tight"><h2 class="public-project__title">${text.tracks}</h2><p class="row">${project.trackIds.map((id) => html`<span class="badge badge--accent">${named.get(id) ?? id}</span>`)}</p></section>` : nothing}
          ${project.submittedAt ? html`<p class="faint row"><hh-icon name="circle-check"></hh-icon>${text.submittedAt(momentOf(project.submittedAt))}${project.late ? html`<span class="badge badge--warn">${text.late}</span>` : nothing}</p>` : nothing}
          ${team.members.some(({ user, role }) => user.id === session.user?.id && role !== "MENTOR") ? html`<a class="button" href=${`/teams/${team.id}/project`}><hh-icon name="pencil"></hh-icon>${text.edit}</a>` : nothing}
        </aside>
      </div>
    </article>`;
  }

  /** @param {Team} team @param {string} project */
  #people({ name, members }, project) {
    const people = members.filter(({ role }) => role !== "MENTOR");
    return html`<section class="card card--quiet stack stack--tight">
      <h2 class="public-project__title">${name === project ? text.team : name}</h2>
      <ul class="list">${people.map(({ user }) => html`<li>${avatar(user)}<span class="grow"><strong>${user.fullName || text.former}</strong>${user.username ? html`<span class="faint public-project__name">@${user.username}</span>` : nothing}</span></li>`)}</ul>
    </section>`;
  }
}

customElements.define("hh-public-project", PublicProject);
