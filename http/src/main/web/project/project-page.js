// @ts-check
/** @import { Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { teams } from "../api/teams.js";
import { Element } from "../design/element.js";
import "./project.js";
import { text } from "./text.js";

/** The team's project with the whole page to itself. */
export class ProjectPage extends Element {
  static properties = { teamId: {} };

  constructor() {
    super();
    this.teamId = "";
    /** @type {Team | null} */
    this.team = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#name();
  }

  /** Only for the way back: the project says itself what went wrong. */
  #name() {
    return this.reads(async () => {
      this.team = await teams.get(this.teamId);
      this.titled(text.titleOf(this.team.name));
    });
  }

  render() {
    const { team } = this;
    return html`<div class="page stack">
      <header class="stack stack--tight">
        ${team ? html`<p class="eyebrow"><a class="row project-page__back" href=${`/teams/${team.id}`}><hh-icon name="arrow-left"></hh-icon>${team.name}</a></p>` : nothing}
        <h1>${text.yours}</h1>
      </header>
      <hh-project teamId=${this.teamId}></hh-project>
    </div>`;
  }
}

customElements.define("hh-project-page", ProjectPage);
