// @ts-check
import { html } from "lit";
import { IdempotencyKey } from "../api/idempotency-key.js";
import { organizations } from "../api/people.js";
import { Element } from "../design/element.js";
import { area, choice, field, valuesOf } from "../design/field.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";
import { text } from "./text.js";

/** A hackathon belongs to an organization: the first step of a new organizer. */
export class OrganizationForm extends Element {
  key = new IdempotencyKey();

  render() {
    const { problem } = this;
    return html`<div class="columns">
    <form class="card stack" @submit=${this.#create}>
      <h2>${text.organizationFirst}</h2>
      <p class="soft">${text.organizationMore}</p>
      ${failure(problem?.status === 422 ? null : problem)}
      <div class="fields">
        ${field({ label: text.name, name: "name", required: true, maxlength: 100, autocomplete: "organization", problem })}
        ${field({ label: text.website, name: "websiteUrl", type: "url", placeholder: "https://", maxlength: 2048, problem })}
        ${area({ label: text.organizationAbout, name: "description", rows: 3, wide: true, problem })}
        ${choice({ label: text.size, name: "size", value: "SMALL", options: Object.entries(text.sizes) })}
      </div>
      <div><button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>${text.goOn}<hh-icon name="arrow-right"></hh-icon></button></div>
    </form>
    <aside class="card card--quiet stack" aria-labelledby="way"><h3 id="way">${text.way}</h3>
      <ol class="organization-form__way">${text.wayOf.map(([title, more]) => html`<li><span><strong>${title}</strong><br><span class="soft">${more}</span></span></li>`)}</ol></aside>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async #create(event) {
    const values = valuesOf(event);
    const created = await this.attempt(async () => {
      const { verificationStatus } = await this.key.use(values, (key) => organizations.create(values, key));
      if (verificationStatus === "PENDING") toast(text.organizationWaits);
    });
    if (created) this.emit("created");
  }
}

customElements.define("hh-organization-form", OrganizationForm);
