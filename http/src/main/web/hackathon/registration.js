// @ts-check
/** @import { Hackathon, Standing } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { signInUrl } from "../app/router.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { failure } from "../design/states.js";
import { momentOf } from "../design/time.js";
import { toast } from "../design/toast.js";
import { later } from "../design/undo.js";
import { roleName } from "../hackathons/status.js";
import { text } from "./text.js";

const { register } = text;

/** From which hackathons I am withdrawing, and could still think better of it. @type {Set<string>} */
const leaving = new Set();

/** What is mine has changed. Without an answer it is asked again soon anyway. */
const askAnew = () => void import("../me/memberships.js").then(({ refreshMemberships }) => refreshMemberships(true)).catch(() => {});

/** Take part, or no longer. Coming back would be at the end of the line, so withdrawing waits a moment for second thoughts. */
export class Registration extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(session.state);
  }

  render() {
    const { me, status, registrationStart } = this.hackathon;
    const registration = me?.registration;
    if (me?.roles?.length) return html`<p class="row">${me.roles.map((role) => html`<span class="badge badge--accent">${roleName(role)}</span>`)}</p>`;
    return html`<div class="registration">
      ${failure(this.problem)}
      ${registration && registration.status !== "CANCELLED" ? this.#registered(registration)
        : status === "REGISTRATION_OPEN" ? this.#open()
        : status === "PUBLISHED" ? html`<p class="soft">${text.head.notYet(momentOf(registrationStart))}</p>` : nothing}
    </div>`;
  }

  #open() {
    const { counts, maxParticipants } = this.hackathon;
    const full = maxParticipants !== undefined && counts.registered >= maxParticipants;
    if (!session.signedIn) return html`<a class="button button--primary" href=${signInUrl()}>${register.signIn}</a>`;
    return html`<button class="button button--primary registration__go" type="button" ?disabled=${this.busy} aria-busy=${this.busy ? "true" : "false"} @click=${this.#register}>${full ? register.wait : register.register}</button>
      ${full ? html`<p class="faint">${register.full(counts.waitlisted)}</p>` : nothing}`;
  }

  /** @param {Standing} registration */
  #registered({ status, position }) {
    const { me, slug } = this.hackathon;
    if (leaving.has(this.hackathon.id)) return html`<p class="soft" role="status">${register.withdrawing}</p>`;
    const over = ["COMPLETED", "CANCELLED"].includes(this.hackathon.status);
    const waiting = status === "WAITLISTED";
    const mayFindTeam = !waiting && !me?.teamId && ["REGISTRATION_OPEN", "REGISTRATION_CLOSED", "ACTIVE"].includes(this.hackathon.status);
    return html`
      <p class="row registration__standing">
        <span class="badge ${waiting ? "badge--warn" : "badge--good"}"><hh-icon name=${waiting ? "clock" : "check"}></hh-icon>${waiting ? register.waiting(position ?? 0) : register[status === "CHECKED_IN" ? status : "REGISTERED"]}</span>
        ${me?.teamId ? html`<a class="button button--small button--primary" href=${`/teams/${me.teamId}`}><hh-icon name="message-circle"></hh-icon>${register.myTeam}</a>` : nothing}
        ${mayFindTeam ? html`<a class="button button--small button--primary" href=${`/hackathons/${slug}/teams`}><hh-icon name="users-round"></hh-icon>${register.findTeam}</a>` : nothing}
        ${over ? nothing : html`<button class="button button--small button--quiet registration__withdraw" type="button" @click=${this.#withdraw}>${register.withdraw}</button>`}
      </p>
      ${waiting ? html`<p class="faint">${register.waitingMore}</p>` : nothing}`;
  }

  async #register() {
    const done = await this.attempt(async () => {
      const { status, position } = await hackathons.register(this.hackathon.id);
      toast(status === "WAITLISTED" ? register.doneWaiting(position ?? 0) : register.done, { kind: "good", href: status === "WAITLISTED" ? undefined : `/hackathons/${this.hackathon.slug}/teams` });
    });
    this.emit("changed");
    if (done) askAnew();
  }

  #withdraw() {
    const { id, title, me } = this.hackathon;
    leaving.add(id);
    this.requestUpdate();
    const back = () => {
      leaving.delete(id);
      this.requestUpdate();
    };
    const act = async () => {
      await hackathons.withdraw(id);
      leaving.delete(id);
      this.emit("changed");
      askAnew();
    };
    later(me?.teamId ? register.withdrawnTeam(title) : register.withdrawn(title), act, back);
  }
}

customElements.define("hh-registration", Registration);
