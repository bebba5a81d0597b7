// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { signInUrl } from "../app/router.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";

/** Take part, or no longer. */
export class Registration extends Element {
  static properties = { hackathon: { attribute: false }, asking: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.asking = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(session.state);
  }

  render() {
    const { me, status } = this.hackathon;
    const registration = me?.registration;
    const staff = (me?.roles?.length ?? 0) > 0;
    return html`<div class="stack stack--tight">
      ${failure(this.problem)}
      ${staff ? html`<p class="row">${me?.roles.map((role) => html`<span class="badge badge--accent">${role[0] + role.slice(1).toLowerCase()}</span>`)}</p>`
        : registration && registration.status !== "CANCELLED" ? this.#registered(registration)
        : status === "REGISTRATION_OPEN" ? this.#open() : nothing}
    </div>`;
  }

  #open() {
    const { counts, maxParticipants } = this.hackathon;
    const full = maxParticipants !== undefined && counts.registered >= maxParticipants;
    if (!session.signedIn) return html`<a class="button button--primary" href=${signInUrl()}>Sign in to register</a>`;
    return html`<button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy} @click=${this.#register}>${full ? "Join the waiting list" : "Register"}</button>
      ${full ? html`<p class="faint">All places are taken; ${counts.waitlisted} are waiting.</p>` : nothing}`;
  }

  /** @param {import("../api/types.js").Standing} registration */
  #registered({ status, position }) {
    const { me } = this.hackathon;
    const over = ["COMPLETED", "CANCELLED"].includes(this.hackathon.status);
    const waiting = status === "WAITLISTED";
    return html`
      <p class="row">
        <span class="badge ${waiting ? "badge--warn" : "badge--good"}"><hh-icon name=${waiting ? "clock" : "check"}></hh-icon>${waiting ? `Waiting list, place ${position}` : status === "CHECKED_IN" ? "Checked in" : "Registered"}</span>
        ${me?.teamId ? html`<a class="button button--small button--primary" href=${`/teams/${me.teamId}`}><hh-icon name="message-circle"></hh-icon>My team</a>` : nothing}
      </p>
      ${over ? nothing : this.asking
        ? html`<div class="row"><span class="soft">Withdraw${me?.teamId ? ", and leave your team" : ""}?</span>
            <button class="button button--small button--danger" ?disabled=${this.busy} aria-busy=${this.busy} @click=${this.#withdraw}>Withdraw</button>
            <button class="button button--small" @click=${() => (this.asking = false)}>Stay</button></div>`
        : html`<button class="link-button faint" @click=${() => (this.asking = true)}>Withdraw</button>`}`;
  }

  async #register() {
    await this.attempt(async () => {
      const { status, position } = await hackathons.register(this.hackathon.id);
      toast(status === "WAITLISTED" ? `You are number ${position} on the waiting list.` : "You are registered.", { kind: "good" });
    });
    this.emit("changed");
  }

  async #withdraw() {
    if (await this.attempt(() => hackathons.withdraw(this.hackathon.id))) toast("You have withdrawn.");
    this.asking = false;
    this.emit("changed");
  }
}

customElements.define("hh-registration", Registration);
