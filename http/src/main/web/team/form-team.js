// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html } from "lit";
import { IdempotencyKey } from "../api/idempotency-key.js";
import { teams } from "../api/teams.js";
import { navigate } from "../app/router.js";
import { Element } from "../design/element.js";
import { area, field, valuesOf } from "../design/field.js";
import { failure } from "../design/states.js";
import { listOf } from "./list-of.js";

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
      return html`<div class="notice row"><span class="grow">You have no team yet. Form one, or open the link that somebody sent you.</span>
        <button class="button button--primary" @click=${() => (this.open = true)}><hh-icon name="plus"></hh-icon>Form a team</button></div>`;
    }
    return html`<form class="card stack" @submit=${this.#form} aria-label="Form a team">
      <h3>Form a team</h3>
      ${failure(problem?.status === 422 ? null : problem)}
      <div class="fields">
        ${field({ label: "Name", name: "name", required: true, maxlength: 100, problem })}
        ${field({ label: "Looking for", name: "lookingFor", hint: "Skills, with commas", problem })}
        ${area({ label: "What you are up to", name: "description", rows: 3, maxlength: 2000, wide: true, problem })}
      </div>
      <div class="row">
        <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>Form team</button>
        <button class="button" type="button" @click=${() => (this.open = false)}>Cancel</button>
      </div>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #form(event) {
    const { name, description, lookingFor } = valuesOf(event);
    const body = { hackathonId: this.hackathon.id, name, description, lookingFor: listOf(lookingFor) };
    await this.attempt(async () => {
      const team = await this.key.use(body, (key) => teams.create(body, key));
      navigate(`/teams/${team.id}`);
    });
  }
}

customElements.define("hh-form-team", FormTeam);
