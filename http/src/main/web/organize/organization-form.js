// @ts-check
import { html } from "lit";
import { IdempotencyKey } from "../api/idempotency-key.js";
import { organizations } from "../api/people.js";
import { Element } from "../design/element.js";
import { area, choice, field, valuesOf } from "../design/field.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";

/** A hackathon belongs to an organization: the first step of a new organizer. */
export class OrganizationForm extends Element {
  key = new IdempotencyKey();

  render() {
    const { problem } = this;
    return html`<form class="card stack" @submit=${this.#create}>
      <h2>First, your organization</h2>
      <p class="soft">Hackathons belong to an organization: a company, a school, a club. You own it, and can let others in later.</p>
      ${failure(problem?.status === 422 ? null : problem)}
      <div class="fields">
        ${field({ label: "Name", name: "name", required: true, maxlength: 100, problem })}
        ${field({ label: "Website", name: "websiteUrl", type: "url", placeholder: "https://", maxlength: 2048, problem })}
        ${area({ label: "What you do", name: "description", rows: 3, wide: true, problem })}
        ${choice({ label: "Size", name: "size", value: "SMALL", options: [["STARTUP", "Start-up"], ["SMALL", "Small"], ["MEDIUM", "Medium"], ["LARGE", "Large"], ["ENTERPRISE", "Enterprise"]] })}
      </div>
      <div><button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>Go on</button></div>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #create(event) {
    const values = valuesOf(event);
    const created = await this.attempt(async () => {
      const { verificationStatus } = await this.key.use(values, (key) => organizations.create(values, key));
      if (verificationStatus === "PENDING") toast("Created. It has to be verified before you can publish.");
    });
    if (created) this.emit("created");
  }
}

customElements.define("hh-organization-form", OrganizationForm);
