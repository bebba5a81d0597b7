// @ts-check
/** @import { Profile } from "../api/profile.js" */
import { html, nothing } from "lit";
import { problemOf } from "../api/problem.js";
import { profile } from "../api/profile.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { area, field, valuesOf } from "../design/field.js";
import { focusFirstWrong, inOurWords } from "../design/form-problem.js";
import { listOf } from "../design/list-of.js";
import { failure, skeleton } from "../design/states.js";
import { toast } from "../design/toast.js";
import { text } from "./text.js";

const { settings } = text;

/** What others see of me. What somebody else wrote meanwhile is not written over. */
export class ProfileForm extends Element {
  constructor() {
    super();
    /** @type {Profile | null} */
    this.profile = null;
    /** @type {string | undefined} */
    this.etag = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load() {
    this.problem = null;
    try {
      ({ body: this.profile, etag: this.etag } = await profile.get());
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    const it = this.profile;
    if (!it) return this.problem ? failure(this.problem, () => void this.#load()) : skeleton(6);
    const problem = inOurWords(this.problem, text.errors);
    const stale = problem?.status === 412;
    return html`<form class="stack" novalidate @submit=${this.#save}>
      ${stale ? html`<div class="notice notice--warn" role="alert"><hh-icon name="circle-alert"></hh-icon><span class="grow">${settings.stale}</span><button class="button button--small" type="button" @click=${() => void this.#load()}>${settings.loadAnew}</button></div>`
        : problem && problem.errors.length === 0 ? failure(problem) : nothing}
      <div class="fields">
        ${field({ label: settings.fullName, name: "fullName", value: it.fullName, autocomplete: "name", required: true, maxlength: 100, problem, wide: true })}
        ${area({ label: settings.bio, name: "bio", value: it.bio, hint: settings.bioHint, maxlength: 2000, rows: 3, problem, wide: true })}
        ${field({ label: settings.skills, name: "skills", value: it.skills?.join(", "), hint: settings.skillsHint, problem, wide: true })}
        ${field({ label: settings.github, name: "githubUsername", value: it.githubUsername, maxlength: 39, problem })}
        ${field({ label: settings.linkedin, name: "linkedinUrl", value: it.linkedinUrl, type: "url", placeholder: "https://", problem })}
        ${field({ label: settings.interests, name: "interests", value: it.preferences?.interests?.join(", "), hint: settings.interestsHint, pointer: "/preferences/interests", problem, wide: true })}
        ${field({ label: settings.experience, name: "experience", value: it.preferences?.experience, maxlength: 100, pointer: "/preferences/experience", problem })}
        ${field({ label: settings.availability, name: "availability", value: it.preferences?.availability, maxlength: 100, pointer: "/preferences/availability", problem })}
      </div>
      <div><button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy ? "true" : "false"}>${settings.save}</button></div>
    </form>`;
  }

  /** @param {SubmitEvent} event */
  async #save(event) {
    const { fullName = "", bio, skills, githubUsername, linkedinUrl, interests, experience, availability } = valuesOf(event);
    const { avatarUrl, preferences } = /** @type {Profile} */ (this.profile);
    const saved = await this.attempt(async () => {
      const body = { fullName, bio, avatarUrl, githubUsername, linkedinUrl, preferences: { interests: listOf(interests), experience, availability, notifications: preferences?.notifications ?? {} } };
      const { etag } = await profile.write(body, this.etag);
      this.etag = etag;
      ({ body: this.profile, etag: this.etag } = await profile.writeSkills(listOf(skills), etag));
    });
    if (!saved) return focusFirstWrong(this);
    session.state.set({ ...session.state.value, user: /** @type {Profile} */ (this.profile) });
    toast(settings.saved, { kind: "good" });
  }
}

customElements.define("hh-profile-form", ProfileForm);
