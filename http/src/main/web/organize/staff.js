// @ts-check
/** @import { Card, Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { field, valuesOf } from "../design/field.js";
import { failure, skeleton } from "../design/states.js";

/** @type {[string, string][]} */
const ROLES = [["JUDGE", "Judge"], ["MENTOR", "Mentor"], ["ORGANIZER", "Organizer"], ["CHECKIN", "Check-in"]];

/** Who works for the hackathon. */
export class Staff extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {{user: Card, roles: string[]}[] | null} */
    this.staff = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load() {
    try {
      this.staff = (await hackathons.staff(this.hackathon.id)).items;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    const { problem } = this;
    return html`<section class="card stack" aria-labelledby="staff">
      <h2 id="staff">Staff</h2>
      ${this.staff === null ? (problem ? nothing : skeleton(3)) : html`<ul class="list">${this.staff.map(({ user, roles }) => html`<li>
        ${avatar(user)}<span class="grow"><strong>${user.fullName}</strong> <span class="faint">@${user.username}</span></span>
        ${roles.map((role) => html`<span class="badge badge--accent">${ROLES.find(([key]) => key === role)?.[1] ?? role}</span>`)}
        <button class="button button--small button--quiet" ?disabled=${this.busy} @click=${() => this.#remove(user.id)}>Remove</button>
      </li>`)}</ul>`}
      ${failure(problem?.status === 422 ? null : problem)}
      <form class="stack stack--tight" @submit=${this.#add}>
        <div class="fields">
          ${field({ label: "E-mail or username", name: "who", required: true, pointer: problem?.at("/email") ? "/email" : "/username", problem })}
          <fieldset class="field"><legend class="field__label">Roles</legend><div class="row staff__roles">
            ${ROLES.map(([role, name]) => html`<label class="check"><input type="checkbox" name="roles" value=${role}>${name}</label>`)}</div></fieldset>
        </div>
        <div><button class="button" ?disabled=${this.busy} aria-busy=${this.busy}><hh-icon name="user-plus"></hh-icon>Add</button></div>
      </form>
    </section>`;
  }

  /** @param {SubmitEvent} event */
  async #add(event) {
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const { who } = valuesOf(event);
    const roles = new FormData(form).getAll("roles").map(String);
    const person = who.includes("@") && !who.startsWith("@") ? { email: who } : { username: who.replace(/^@/, "") };
    const added = await this.attempt(() => hackathons.addStaff(this.hackathon.id, { ...person, roles }));
    if (!added) return;
    form.reset();
    await this.#load();
  }

  /** @param {string} userId */
  async #remove(userId) {
    if (await this.attempt(() => hackathons.removeStaff(this.hackathon.id, userId))) await this.#load();
  }
}

customElements.define("hh-staff", Staff);
