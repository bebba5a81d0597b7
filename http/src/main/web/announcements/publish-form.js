// @ts-check
/** @import { Hackathon, Update } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { IdempotencyKey } from "../api/idempotency-key.js";
import { drafts, session } from "../app/services.js";
import { Element } from "../design/element.js";
import { area, choice, field, valuesOf } from "../design/field.js";
import { failure } from "../design/states.js";
import { localInput, momentOf } from "../design/time.js";
import { toast } from "../design/toast.js";
import { announcement, audienceOptions, priorityOptions, typeOptions } from "./announcement.js";
import { forgetReminder, reminder } from "./reminder.js";
import { text } from "./text.js";

const FRESH = { title: "", content: "", type: "ANNOUNCEMENT", priority: "NORMAL", audience: "ALL", when: "now", publishAt: "" };

/** Writes an announcement, or mends one, and shows it as everybody will see it. What is typed is kept until it is published. */
export class PublishForm extends Element {
  static properties = { hackathon: { attribute: false }, edited: { attribute: false }, draft: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {Update | null} */
    this.edited = null;
    /** What is in the form. */
    this.draft = { ...FRESH };
    this.key = new IdempotencyKey();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // Not as soon as it is on the page: its script may come later than that, and what it was given then.
    if (!this.hasUpdated) this.draft = this.#begun();
    if (!changed.has("edited") || (!this.edited && !changed.get("edited"))) return;
    const it = this.edited;
    const waits = it && !it.publishedAt;
    this.problem = null;
    this.draft = it
      ? { title: it.title, content: it.content, type: it.type, priority: it.priority, audience: it.audience ?? "ALL", when: waits ? "later" : "now", publishAt: waits ? localInput(it.publishAt) : "" }
      : this.#begun();
  }

  /** Where what is typed is kept: what another page has begun does not take the place of what was typed here. */
  get #name() {
    const { id } = this.hackathon;
    return reminder(id) ? `announcement/${id}/reminder` : `announcement/${id}`;
  }

  #begun() {
    const begun = reminder(this.hackathon.id);
    const kept = drafts.of(this.#name);
    // Begun anew by the other page since: that tells how things stand now.
    return { ...FRESH, ...begun, ...(kept?.begun === JSON.stringify(begun) ? kept.draft : {}) };
  }

  render() {
    const { problem, edited, draft } = this;
    const scheduled = draft.when === "later";
    return html`<form class="card stack" @submit=${this.#publish} @input=${this.#typed} @change=${this.#typed} aria-label=${edited ? text.formEdit : text.form}>
      <h3>${edited ? text.formEdit : text.form}</h3>
      ${failure(problem?.status === 422 ? null : problem)}
      <div class="fields publish__fields">
        ${field({ label: text.title, name: "title", value: draft.title, required: true, maxlength: 200, wide: true, problem })}
        ${area({ label: text.body, name: "content", value: draft.content, required: true, maxlength: 10_000, hint: text.markdown, wide: true, problem })}
        ${choice({ label: text.type, name: "type", value: draft.type, options: typeOptions })}
        ${choice({ label: text.priority, name: "priority", value: draft.priority, options: priorityOptions })}
        ${edited?.publishedAt ? nothing : choice({ label: text.audience, name: "audience", value: draft.audience, options: audienceOptions })}
        ${edited?.publishedAt ? nothing : choice({ label: text.publishAt, name: "when", value: draft.when, options: [["now", text.now], ["later", text.later]] })}
        ${scheduled ? field({ label: text.later, name: "publishAt", type: "datetime-local", value: draft.publishAt, required: true, hint: text.publishAtHint, problem }) : nothing}
      </div>
      ${draft.priority === "URGENT" ? html`<p class="notice notice--warn"><hh-icon name="triangle-alert"></hh-icon>${text.urgentHint}</p>` : nothing}
      ${this.#preview()}
      <div class="row">
        <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}><hh-icon name=${scheduled ? "clock" : "megaphone"}></hh-icon>${edited ? text.save : scheduled ? text.schedule : text.publish}</button>
        ${edited ? html`<button class="button" type="button" @click=${() => this.emit("done")}>${text.cancel}</button>` : nothing}
      </div>
    </form>`;
  }

  #preview() {
    const { title, content, publishAt, when } = this.draft;
    if (!title && !content) return nothing;
    const at = when === "later" && publishAt ? { publishAt: new Date(publishAt).toISOString() } : { publishedAt: new Date().toISOString() };
    const shown = /** @type {any} */ ({ ...this.draft, ...at, author: session.user, attachments: this.edited?.attachments ?? [] });
    return html`<details class="publish__preview" open><summary>${text.preview}${"publishAt" in at && at.publishAt ? html` <span class="faint">${momentOf(at.publishAt)}</span>` : nothing}</summary>${announcement(shown)}</details>`;
  }

  /** @param {Event} event */
  #typed(event) {
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    this.draft = { ...this.draft, .../** @type {any} */ (Object.fromEntries(new FormData(form))) };
    if (this.edited) return;
    const { title, content } = this.draft;
    drafts.keep(this.#name, title.trim() || content.trim() ? { draft: this.draft, begun: JSON.stringify(reminder(this.hackathon.id)) } : null);
  }

  /** @param {SubmitEvent} event */
  async #publish(event) {
    const { when, publishAt, ...values } = valuesOf(event);
    const { hackathon, edited } = this;
    const at = publishAt ? { publishAt: new Date(publishAt).toISOString() } : {};
    const audience = values.audience ?? edited?.audience ?? "ALL";
    const body = { ...values, audience, ...at, attachments: edited?.attachments ?? [] };
    const sent = await this.attempt(() =>
      edited
        ? hackathons.editUpdate(hackathon.id, edited.id, body)
        : this.key.use(body, (key) => hackathons.announce(hackathon.id, body, key)),
    );
    if (!sent) return;
    if (!edited) {
      drafts.keep(this.#name, null);
      forgetReminder(hackathon.id);
    }
    this.draft = this.#begun();
    toast(edited ? text.saved : publishAt ? text.isScheduled : text.published, { kind: "good" });
    this.emit("done");
  }
}

customElements.define("hh-publish-form", PublishForm);
