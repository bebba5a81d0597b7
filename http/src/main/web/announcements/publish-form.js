// @ts-check
/** @import { Hackathon, Update } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { IdempotencyKey } from "../api/idempotency-key.js";
import { Element } from "../design/element.js";
import { area, choice, field, valuesOf } from "../design/field.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";
import { priorityOptions, typeOptions } from "./announcement.js";

/** Writes an announcement, or mends one. */
export class PublishForm extends Element {
  static properties = { hackathon: { attribute: false }, update_: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {Update | null} */
    this.update_ = null;
    this.key = new IdempotencyKey();
  }

  render() {
    const { problem, update_: edited } = this;
    return html`<form class="card stack" @submit=${this.#publish} aria-label=${edited ? "Edit the announcement" : "Publish an announcement"}>
      <h3>${edited ? "Edit the announcement" : "Announce something"}</h3>
      ${failure(problem?.status === 422 ? null : problem)}
      <div class="fields">
        ${field({ label: "Title", name: "title", value: edited?.title, required: true, maxlength: 200, wide: true, problem })}
        ${area({ label: "Text", name: "content", value: edited?.content, required: true, maxlength: 10_000, hint: "Markdown", wide: true, problem })}
        ${choice({ label: "Kind", name: "type", value: edited?.type ?? "ANNOUNCEMENT", options: typeOptions })}
        ${choice({ label: "Priority", name: "priority", value: edited?.priority ?? "NORMAL", options: priorityOptions })}
      </div>
      <div class="row">
        <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}><hh-icon name="megaphone"></hh-icon>${edited ? "Save" : "Publish"}</button>
        ${edited ? html`<button class="button" type="button" @click=${() => this.emit("done")}>Cancel</button>` : nothing}
      </div>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #publish(event) {
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const values = valuesOf(event);
    const { hackathon, update_: edited } = this;
    const body = { ...values, attachments: edited?.attachments ?? [] };
    const sent = await this.attempt(() =>
      edited
        ? hackathons.editUpdate(hackathon.id, edited.id, body)
        : this.key.use(body, (key) => hackathons.announce(hackathon.id, body, key)),
    );
    if (!sent) return;
    form.reset();
    toast(edited ? "Saved." : "Published: it is on every screen.", { kind: "good" });
    this.emit("done");
  }
}

customElements.define("hh-publish-form", PublishForm);
