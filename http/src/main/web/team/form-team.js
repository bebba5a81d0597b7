// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html } from "lit";
import { IdempotencyKey } from "../api/idempotency-key.js";
import { teams } from "../api/teams.js";
import { navigate } from "../app/router.js";
import { Element } from "../design/element.js";
import { valuesOf } from "../design/field.js";
import { failure } from "../design/states.js";
import { bodyOf, teamFields } from "./team-fields.js";
import { text } from "./text.js";

/** Forms a team; who does leads it. */
export class FormTeam extends Element {
  static properties = { hackathon: { attribute: false }, open: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.open = false;
    this.key = new IdempotencyKey();
  }

  render() {
    const { problem } = this;
    if (!this.open) {
      return html`<div class="card form-team row">
        <span class="form-team__icon"><hh-icon name="users"></hh-icon></span>
        <div class="grow"><strong>${text.noTeam}</strong><p class="soft">${text.noTeamMore}</p></div>
        <button class="button button--primary" @click=${this.#show}><hh-icon name="plus"></hh-icon>${text.form}</button>
      </div>`;
    }
    return html`<form class="card stack" @submit=${this.#form} aria-label=${text.form}>
      <h3>${text.form}</h3>
      ${failure(problem?.status === 422 ? null : problem)}
      ${teamFields({}, problem)}
      <div class="row">
        <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>${text.formNow}</button>
        <button class="button" type="button" @click=${() => (this.open = false)}>${text.cancel}</button>
      </div>
    </form>`;
  }

  async #show() {
    this.open = true;
    await this.updateComplete;
    this.querySelector("input")?.focus();
  }

  /** @param {SubmitEvent} event */
  async #form(event) {
    const body = { hackathonId: this.hackathon.id, ...bodyOf(valuesOf(event)) };
    await this.attempt(async () => {
      const team = await this.key.use(body, (key) => teams.create(body, key));
      navigate(`/teams/${team.id}`);
    });
  }
}

customElements.define("hh-form-team", FormTeam);
