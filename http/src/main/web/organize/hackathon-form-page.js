// @ts-check
/** @import { Hackathon, Memberships } from "../api/types.js" */
/** @import { Draft } from "./hackathon-draft.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { IdempotencyKey } from "../api/idempotency-key.js";
import { people } from "../api/people.js";
import { Problem, problemOf } from "../api/problem.js";
import { navigate } from "../app/router.js";
import { drafts } from "../app/services.js";
import { Element } from "../design/element.js";
import { failure, skeleton } from "../design/states.js";
import { toast } from "../design/toast.js";
import { isOrganizer } from "../hackathons/organizers.js";
import { keptNotice, mergedNotice, refusedNotice } from "./form-notices.js";
import { bodyOf, draftOf, freshDraft, mergeDrafts } from "./hackathon-draft.js";
import { formParts } from "./hackathon-form.js";
import "./organization-form.js";
import { preview } from "./preview.js";
import { text } from "./text.js";

const KEEP_AFTER_MS = 400;

/** Creates a hackathon, or edits one, with its preview beside it. What is typed is kept until it is saved. */
export class HackathonFormPage extends Element {
  static properties = { slug: {}, view: { state: true } };

  constructor() {
    super();
    /** Of the one to edit; none = a new one. @type {string | undefined} */
    this.slug = undefined;
    /** On a phone one sees one of them. @type {"form" | "preview"} */
    this.view = "form";
    /** As the server has it. @type {Hackathon | undefined} */
    this.stored = undefined;
    /** @type {string | undefined} */
    this.etag = undefined;
    /** What the form began with. @type {Draft | null} */
    this.base = null;
    /** @type {Draft | null} */
    this.draft = null;
    /** When what was kept was typed. @type {string | null} */
    this.keptAt = null;
    /** What both have changed, after a merge; null = nothing was merged. @type {string[] | null} */
    this.both = null;
    /** @type {Memberships["organizations"]} */
    this.organizations = [];
    this.key = new IdempotencyKey();
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load().then(() => this.#lead());
  }

  /** Under which what is typed is kept. */
  get #name() {
    return `hackathon/${this.slug ?? "new"}`;
  }

  async #load() {
    try {
      if (this.slug) {
        const { body, etag } = await hackathons.getVersioned(this.slug);
        if (!isOrganizer(body)) throw new Problem({ type: "forbidden" }, 403);
        this.stored = body;
        this.etag = etag;
        this.#begin(draftOf(body));
      } else {
        this.organizations = (await people.memberships()).organizations.filter(({ role }) => ["OWNER", "ADMIN"].includes(role));
        this.#begin({ ...freshDraft(), organizationId: this.organizations[0]?.id ?? "" });
      }
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
    await this.updateComplete;
  }

  /** From what the server has, and what was typed before and not saved. @param {Draft} theirs */
  #begin(theirs) {
    /** @type {{draft: Draft, base: Draft, at: string} | null} */
    const kept = drafts.of(this.#name);
    this.base = theirs;
    this.draft = theirs;
    this.keptAt = null;
    if (!kept) return;
    const { draft, both } = mergeDrafts(kept.base, kept.draft, theirs);
    if (!this.slug) draft.organizationId ||= theirs.organizationId;
    if (JSON.stringify(draft) === JSON.stringify(theirs)) return;
    this.draft = draft;
    this.keptAt = kept.at;
    if (both.length > 0) this.both = both;
  }

  /** To the part that somebody was sent to mend. */
  #lead() {
    const part = location.hash.length > 1 ? this.querySelector(`[id="${CSS.escape(location.hash.slice(1))}"]`) : null;
    part?.scrollIntoView({ block: "start" });
    /** @type {HTMLElement | null | undefined} */ (part?.querySelector("input, textarea, button"))?.focus({ preventScroll: true });
  }

  render() {
    const { draft, problem, slug, view } = this;
    if (!draft) return html`<div class="page page--narrow"><h1 class="sr-only">${slug ? text.editTitle : text.newTitle}</h1>${problem ? failure(problem, () => void this.#load()) : skeleton(10)}</div>`;
    const homeless = !slug && this.organizations.length === 0;
    const organization = this.stored?.organization?.name ?? this.organizations.find(({ id }) => id === draft.organizationId)?.name ?? "";
    return html`<div class="page stack stack--loose">
      <h1>${slug ? text.editTitle : text.newTitle}</h1>
      ${homeless ? html`<hh-organization-form class="organization-form" @created=${() => this.#load()}></hh-organization-form>` : html`
        <div class="segments maker__switch" role="group" aria-label=${text.show}>
          <button class="segments__one" aria-pressed=${view === "form"} @click=${() => (this.view = "form")}>${text.write}</button>
          <button class="segments__one" aria-pressed=${view === "preview"} @click=${() => (this.view = "preview")}>${text.preview}</button>
        </div>
        <div class="maker maker--${view}">
          ${this.#form(draft)}
          <aside class="maker__preview">${preview(draft, organization)}</aside>
        </div>`}
    </div>`;
  }

  /** @param {Draft} draft */
  #form(draft) {
    const { problem, slug } = this;
    return html`<form class="maker__form stack stack--loose" @submit=${this.#save} @input=${this.#typed} @change=${this.#typed}
        @criteria=${(/** @type {CustomEvent} */ { detail }) => this.#set({ criteria: detail })} @prizes=${(/** @type {CustomEvent} */ { detail }) => this.#set({ prizes: detail })}>
      ${this.keptAt ? keptNotice(this.keptAt, () => this.#discard()) : nothing}
      ${formParts(draft, problem, slug ? [] : this.organizations, new Set(this.stored?.judgingCriteria?.map(({ key }) => key)))}
      ${refusedNotice(problem, this.busy, () => void this.#merge())}
      ${this.both ? mergedNotice(this.both) : nothing}
      <div class="row maker__save"><button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>${slug ? text.save : text.create}</button>
        <a class="button" href=${slug ? `/hackathons/${slug}/organize` : "/"}>${text.cancel}</a>
        ${slug ? nothing : html`<span class="faint">${text.createHint}</span>`}</div>
    </form>`;
  }

  /** Their version, with what I have changed on top. */
  async #merge() {
    const { draft, base } = this;
    if (!draft || !base || !this.slug) return;
    const { slug } = this;
    await this.attempt(async () => {
      const { body, etag } = await hackathons.getVersioned(slug);
      const theirs = draftOf(body);
      const merged = mergeDrafts(base, draft, theirs);
      Object.assign(this, { stored: body, etag, base: theirs, draft: merged.draft, both: merged.both });
    });
  }

  #discard() {
    drafts.keep(this.#name, null);
    Object.assign(this, { draft: this.base, keptAt: null, both: null, problem: null });
    this.requestUpdate();
  }

  /** @param {Event} event */
  #typed(event) {
    const { name, value } = /** @type {HTMLInputElement} */ (event.target);
    if (name && this.draft && name in this.draft) this.#set({ [name]: value });
  }

  /** @param {Partial<Draft>} change */
  #set(change) {
    this.draft = { .../** @type {Draft} */ (this.draft), ...change };
    this.requestUpdate();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#keep(), KEEP_AFTER_MS);
  }

  /** @type {ReturnType<typeof setTimeout> | undefined} */
  timer;

  #keep() {
    const { draft, base } = this;
    if (draft && base) drafts.keep(this.#name, { draft, base, at: new Date().toISOString() });
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    if (this.timer === undefined) return;
    clearTimeout(this.timer);
    this.#keep();
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    const body = bodyOf(/** @type {Draft} */ (this.draft), this.stored);
    const saved = await this.attempt(async () => {
      const it = this.slug ? await hackathons.replace(this.slug, body, this.etag) : await this.key.use(body, (key) => hackathons.create(body, key));
      clearTimeout(this.timer);
      this.timer = undefined;
      drafts.keep(this.#name, null);
      toast(this.slug ? text.saved : text.created, { kind: "good" });
      navigate(`/hackathons/${it.slug}/organize`);
    });
    if (saved) return;
    await this.updateComplete;
    /** @type {HTMLElement | null} */ (this.querySelector('[aria-invalid="true"], .notice[role="alert"] button'))?.focus();
  }
}

customElements.define("hh-hackathon-form-page", HackathonFormPage);
