// @ts-check
/** @import { Hackathon, Project } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { plain } from "../chat/markdown.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";

/** What was built. */
export class Gallery extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {(Project & {teamId: string, teamName: string})[] | null} */
    this.projects = null;
    /** @type {string | null} */
    this.cursor = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load(cursor = "") {
    try {
      const page = await hackathons.projects(this.hackathon.id, { limit: 60, cursor });
      this.projects = [...(cursor && this.projects ? this.projects : []), ...page.items];
      this.cursor = page.nextCursor;
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    if (!this.projects) return this.problem ? failure(this.problem, () => void this.#load()) : skeleton(6);
    if (this.projects.length === 0) return empty("folder-git-2", "No project has been submitted yet");
    const tracks = new Map((this.hackathon.tracks ?? []).map(({ id, name }) => [id, name]));
    return html`<div class="grid">${this.projects.map((it) => html`<article class="card team-card">
        ${it.teamName === it.name ? nothing : html`<p class="faint">${it.teamName}</p>`}
        <h3>${it.name}</h3>
        <p class="soft gallery__text">${plain(it.description)}</p>
        ${it.trackIds?.length ? html`<p class="row">${it.trackIds.map((id) => html`<span class="badge">${tracks.get(id) ?? id}</span>`)}</p>` : nothing}
        <p class="row">${[["Repository", it.repositoryUrl], ["Demo", it.demoUrl]].map(([name, url]) => url && /^https?:/.test(url) ? html`<a href=${url} target="_blank" rel="noopener nofollow">${name}</a>` : nothing)}</p>
      </article>`)}</div>
      ${failure(this.problem)}
      ${this.cursor ? html`<button class="button" @click=${() => this.#load(this.cursor ?? "")}>More</button>` : nothing}`;
  }
}

customElements.define("hh-gallery", Gallery);
