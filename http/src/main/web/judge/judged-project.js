// @ts-check
/** @import { Hackathon, Project } from "../api/types.js" */
import { html, nothing } from "lit";
import { teams } from "../api/teams.js";
import "../markdown/markdown-text.js";
import { Element } from "../design/element.js";
import { failure, skeleton } from "../design/states.js";
import { projectLinks } from "../project/links.js";
import { text } from "./text.js";

/** What a judge looks at while scoring: what was handed in, with its repository and demo. */
export class JudgedProject extends Element {
  static properties = { teamId: {}, hackathon: { attribute: false } };

  constructor() {
    super();
    this.teamId = "";
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {Project | null} */
    this.project = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  #load() {
    return this.reads(async () => {
      this.project = await teams.submitted(this.teamId);
    });
  }

  render() {
    const { project } = this;
    if (!project) return this.problem ? failure(this.problem, () => void this.#load()) : skeleton(6);
    const named = new Map((this.hackathon.tracks ?? []).map(({ id, name }) => [id, name]));
    return html`<article class="judged stack">
      <h3>${project.name}</h3>
      ${project.trackIds?.length ? html`<p class="row">${project.trackIds.map((id) => html`<span class="badge badge--accent">${named.get(id) ?? id}</span>`)}</p>` : nothing}
      ${projectLinks(project)}
      ${project.description.trim() ? html`<hh-markdown .text=${project.description}></hh-markdown>` : html`<p class="faint">${text.noText}</p>`}
    </article>`;
  }
}

customElements.define("hh-judged-project", JudgedProject);
