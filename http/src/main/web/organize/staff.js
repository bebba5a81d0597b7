// @ts-check
/** @import { Card, Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { hackathons } from "../api/hackathons.js";
import { session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { field, valuesOf } from "../design/field.js";
import { inOurWords } from "../design/form-problem.js";
import { empty, failure, skeleton } from "../design/states.js";
import { toast } from "../design/toast.js";
import { undoable } from "../design/undo.js";
import { text } from "./text.js";

/** @typedef {{user: Card, roles: string[]}} Member */

const ROLES = /** @type {(keyof typeof text.roles)[]} */ (Object.keys(text.roles));

/** Who works for the hackathon. */
export class Staff extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** @type {Member[] | null} */
    this.staff = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  #load() {
    return this.reads(async () => {
      this.staff = (await hackathons.staff(this.hackathon.id)).items;
    });
  }

  render() {
    const { staff } = this;
    const problem = inOurWords(this.problem, { unknown: text.staffUnknown });
    return html`<section class="card stack" aria-labelledby="staff">
      <h3 id="staff">${text.staff}</h3>
      ${staff === null ? (problem ? nothing : skeleton(3)) : staff.length === 0 ? empty("users", text.staffNone, text.staffNoneMore) : html`<ul class="list list--rows">${repeat(staff, ({ user }) => user.id, (it) => this.#member(it))}</ul>`}
      ${failure(problem?.status === 422 ? null : problem, staff === null ? () => void this.#load() : undefined)}
      <form class="staff__new stack" @submit=${this.#add} aria-labelledby="staff-new">
        <h4 id="staff-new">${text.staffNew}</h4>
        <div class="fields">
          ${field({ label: text.staffWho, name: "who", required: true, pointer: problem?.at("/email") ? "/email" : "/username", hint: text.staffWhoHint, problem })}
          <fieldset class="field"><legend class="field__label">${text.staffRoles}</legend><div class="row staff__roles">
            ${ROLES.map((role) => html`<label class="check"><input type="checkbox" name="roles" value=${role} ?checked=${role === "JUDGE"}>${text.roles[role]}</label>`)}</div>
            <span class="field__hint">${text.staffRolesHint}</span>
            ${problem?.at("/roles") ? html`<span class="field__error">${text.staffRolesNone}</span>` : nothing}</fieldset>
        </div>
        <div><button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}><hh-icon name="user-plus"></hh-icon>${text.staffAdd}</button></div>
      </form>
    </section>`;
  }

  /** @param {Member} member */
  #member(member) {
    const { user, roles } = member;
    const me = user.id === session.user?.id;
    return html`<li>
      ${avatar(user)}<span class="grow"><strong>${user.fullName}</strong><br><span class="faint">@${user.username}</span></span>
      <span class="staff__badges">${roles.map((role) => html`<span class="badge badge--accent">${text.roles[/** @type {keyof typeof text.roles} */ (role)] ?? role}</span>`)}</span>
      ${me ? nothing : html`<button class="button button--small button--quiet staff__remove" ?disabled=${this.busy} aria-label=${text.removeOf(user.fullName)} @click=${() => this.#remove(member)}><hh-icon name="x"></hh-icon><span>${text.remove}</span></button>`}
    </li>`;
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
    toast(text.staffAdded, { kind: "good" });
    await this.#load();
  }

  /** @param {Member} member */
  async #remove({ user, roles }) {
    const { id } = this.hackathon;
    if (!(await this.attempt(() => hackathons.removeStaff(id, user.id)))) return;
    await this.#load();
    undoable(text.staffRemoved(user.fullName), async () => {
      await hackathons.addStaff(id, { username: user.username, roles });
      await this.#load();
    });
  }
}

customElements.define("hh-staff", Staff);
