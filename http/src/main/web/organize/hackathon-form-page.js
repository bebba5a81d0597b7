// @ts-check
/** @import { Hackathon, Memberships } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { IdempotencyKey } from "../api/idempotency-key.js";
import { organizations, people } from "../api/people.js";
import { problemOf } from "../api/problem.js";
import { navigate } from "../app/router.js";
import { Element } from "../design/element.js";
import { area, choice, field } from "../design/field.js";
import { failure, skeleton } from "../design/states.js";
import { toast } from "../design/toast.js";
import { DIFFICULTIES } from "../hackathons/status.js";
import "./criteria-editor.js";
import { bodyOf, freshHackathon } from "./hackathon-body.js";
import { localInput } from "../design/time.js";
import "./organization-form.js";

/** Creates a hackathon, or edits one. */
export class HackathonFormPage extends Element {
  static properties = { slug: {} };

  constructor() {
    super();
    /** Of the one to edit; none = a new one. @type {string | undefined} */
    this.slug = undefined;
    /** @type {Partial<Hackathon> | null} */
    this.hackathon = null;
    /** @type {string | undefined} */
    this.etag = undefined;
    /** @type {Memberships["organizations"]} */
    this.organizations = [];
    this.key = new IdempotencyKey();
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load() {
    try {
      if (this.slug) {
        const { body, etag } = await hackathons.getVersioned(this.slug);
        this.hackathon = body;
        this.etag = etag;
      } else {
        this.organizations = (await people.memberships()).organizations.filter(({ role }) => ["OWNER", "ADMIN"].includes(role));
        this.hackathon ??= freshHackathon();
      }
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    const { hackathon, problem, slug } = this;
    if (!hackathon) return html`<div class="page page--narrow">${problem ? failure(problem, () => void this.#load()) : skeleton(10)}</div>`;
    return html`<div class="page page--narrow stack stack--loose">
      <h1>${slug ? "Edit the hackathon" : "Organize a hackathon"}</h1>
      ${!slug && this.organizations.length === 0 ? html`<hh-organization-form @created=${() => this.#load()}></hh-organization-form>` : this.#form(hackathon)}
    </div>`;
  }

  /** @param {Partial<Hackathon>} it */
  #form(it) {
    const { problem } = this;
    return html`<form class="stack stack--loose" @submit=${this.#save}>
      <section class="card stack"><h2>What</h2><div class="fields">
        ${this.slug ? nothing : choice({ label: "Organization", name: "organizationId", wide: true, options: this.organizations.map(({ id, name }) => /** @type {[string, string]} */ ([id, name])) })}
        ${field({ label: "Title", name: "title", value: it.title, required: true, maxlength: 200, wide: true, problem })}
        ${area({ label: "Description", name: "description", value: it.description, required: true, rows: 8, hint: "Markdown", wide: true, problem })}
        ${field({ label: "Theme", name: "theme", value: it.theme, maxlength: 100, problem })}
        ${choice({ label: "Level", name: "difficulty", value: it.difficulty, options: DIFFICULTIES })}
      </div></section>
      <section class="card stack"><h2>When</h2><div class="fields">
        ${this.#moment("Registration opens", "registrationStart")} ${this.#moment("Registration closes", "registrationEnd")}
        ${this.#moment("Begins", "startDate")} ${this.#moment("Submissions close", "endDate")}
        ${field({ label: "Minutes of grace", name: "graceMinutes", type: "number", min: 0, max: 1440, value: String(it.graceMinutes ?? 0), hint: "Late submissions are marked as late.", problem })}
        ${field({ label: "Time zone of the event", name: "timeZone", value: it.timeZone, required: true, hint: "The dates above are in your own.", problem })}
      </div></section>
      <section class="card stack"><h2>Who</h2><div class="fields">
        ${field({ label: "Places", name: "maxParticipants", type: "number", min: 1, value: it.maxParticipants ? String(it.maxParticipants) : "", hint: "Empty = no limit. Further people wait in line.", problem })}
        ${field({ label: "Smallest team", name: "teamMin", type: "number", min: 1, value: String(it.teamSize?.min ?? 1), pointer: "/teamSize/min", problem })}
        ${field({ label: "Largest team", name: "teamMax", type: "number", min: 1, value: String(it.teamSize?.max ?? 5), pointer: "/teamSize/max", problem })}
        ${field({ label: "Skills", name: "skills", value: (it.requirements?.skills ?? []).join(", "), hint: "With commas", wide: true, problem })}
      </div></section>
      <section class="card stack"><h2>How it is judged</h2>
        ${area({ label: "Rules", name: "rules", value: it.rules, rows: 5, hint: "Markdown. Needed before publishing.", problem })}
        <hh-criteria-editor .criteria=${it.judgingCriteria ?? []}></hh-criteria-editor>
        <div class="fields">
          ${field({ label: "Tracks", name: "tracks", value: (it.tracks ?? []).map(({ name }) => name).join(", "), hint: "With commas; may be empty", problem })}
          ${choice({ label: "Who sees the leaderboard", name: "leaderboardVisibility", value: it.leaderboardVisibility ?? "PUBLIC", options: [["PUBLIC", "Everybody"], ["PARTICIPANTS", "Participants and staff"], ["STAFF", "Staff"]] })}
        </div>
      </section>
      ${failure(problem)}
      ${problem && problem.errors.length > 0 ? html`<ul class="notice notice--bad stack stack--tight">${problem.errors.map(({ field: at, message }) => html`<li><code>${at}</code> ${message}</li>`)}</ul>` : nothing}
      <div class="row"><button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>${this.slug ? "Save" : "Create as a draft"}</button>
        <a class="button" href=${this.slug ? `/hackathons/${this.slug}` : "/"}>Cancel</a></div>
    </form>`;
  }

  /** @param {string} label @param {"registrationStart" | "registrationEnd" | "startDate" | "endDate"} name */
  #moment(label, name) {
    return field({ label, name, type: "datetime-local", required: true, value: localInput(this.hackathon?.[name]), problem: this.problem });
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const editor = /** @type {import("./criteria-editor.js").CriteriaEditor} */ (this.querySelector("hh-criteria-editor"));
    const body = bodyOf(new FormData(form), this.hackathon ?? {}, editor.criteria);
    this.hackathon = { ...this.hackathon, ...body };
    await this.attempt(async () => {
      const saved = this.slug ? await hackathons.replace(this.slug, body, this.etag) : await this.key.use(body, (key) => hackathons.create(body, key));
      toast(this.slug ? "Saved." : "Created. Publish it when it is ready.", { kind: "good" });
      navigate(`/hackathons/${saved.slug}/organize`);
    });
  }
}

customElements.define("hh-hackathon-form-page", HackathonFormPage);
