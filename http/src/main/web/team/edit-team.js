// @ts-check
/** @import { Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { teams } from "../api/teams.js";
import { Element } from "../design/element.js";
import { valuesOf } from "../design/field.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";
import { bodyOf, teamFields } from "./team-fields.js";
import { text } from "./text.js";

/** Changes what the team says of itself: never over what somebody else has changed meanwhile. */
export class EditTeam extends Element {
  static properties = { teamId: {}, open: { state: true } };

  constructor() {
    super();
    this.teamId = "";
    this.open = false;
    /** @type {Team | null} */
    this.team = null;
    /** @type {string | undefined} */
    this.etag = undefined;
    this.stale = false;
  }

  render() {
    const { team, problem } = this;
    return html`<button class="button button--quiet button--small" ?disabled=${this.busy} aria-busy=${this.busy && !this.open} @click=${this.#show}><hh-icon name="pencil"></hh-icon>${text.edit}</button>
      <dialog class="dialog" aria-labelledby="edit-team" @close=${() => (this.open = false)}>
        ${this.open && team ? html`<form class="stack" @submit=${this.#save}>
          <h2 id="edit-team">${text.edit}</h2>
          ${this.stale ? html`<p class="notice notice--warn" role="alert"><span>${text.stale} <b>${team.name}</b>${team.description ? `: ${team.description}` : ""}</span></p>` : nothing}
          ${failure(problem && ![412, 422].includes(problem.status) ? problem : null)}
          ${teamFields(this.first ?? team, problem)}
          <div class="row"><button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>${text.save}</button>
            <button class="button" type="button" @click=${() => this.querySelector("dialog")?.close()}>${text.cancel}</button></div>
        </form>` : nothing}
      </dialog>
      ${this.open ? nothing : failure(problem)}`;
  }

  async #show() {
    if (!(await this.attempt(() => this.#read()))) return;
    this.first = this.team;
    this.stale = false;
    this.open = true;
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
  }

  async #read() {
    ({ body: this.team, etag: this.etag } = await teams.getVersioned(this.teamId));
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    const body = bodyOf(valuesOf(event));
    if (await this.attempt(() => teams.replace(this.teamId, body, this.etag))) {
      this.querySelector("dialog")?.close();
      toast(text.edited, { kind: "good" });
      return this.emit("changed");
    }
    if (this.problem?.status !== 412) return;
    this.stale = true;
    await this.attempt(() => this.#read());
  }
}

customElements.define("hh-edit-team", EditTeam);
