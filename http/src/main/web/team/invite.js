// @ts-check
/** @import { Invitation, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { teams } from "../api/teams.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { agoOf, momentOf } from "../design/time.js";
import { toast, toastProblem } from "../design/toast.js";
import { later } from "../design/undo.js";
import { text } from "./text.js";

/** Makes links that let people join, each shown once, and takes back those that are still open. */
export class Invite extends Element {
  static properties = { team: { attribute: false }, link: { state: true }, full: { type: Boolean } };

  constructor() {
    super();
    /** @type {Team} */
    this.team = /** @type {any} */ (undefined);
    this.full = false;
    /** @type {{url: string, until: string} | null} */
    this.link = null;
    /** @type {Invitation[]} */
    this.open = [];
    /** Being revoked. @type {Set<string>} */
    this.going = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#list();
  }

  #list() {
    return this.reads(async () => {
      this.open = (await teams.invitations(this.team.id)).items;
    });
  }

  render() {
    const shown = this.open.filter(({ id }) => !this.going.has(id));
    return html`<section class="stack stack--tight" aria-labelledby="invite">
      <h2 class="team-side__title" id="invite">${text.invite}</h2>
      ${failure(this.problem)}
      ${this.link ? this.#made(this.link) : nothing}
      ${this.full
        ? html`<p class="faint">${text.full}</p>`
        : html`<button class="button" ?disabled=${this.busy} aria-busy=${this.busy} @click=${this.#make}><hh-icon name="link"></hh-icon>${this.link ? text.anotherLink : text.inviteByLink}</button>`}
      ${shown.length > 0 ? html`<h3 class="team-side__sub">${text.openLinks}</h3><ul class="list">${repeat(shown, (it) => it.id, (it) => this.#invitation(it))}</ul>` : nothing}
    </section>`;
  }

  /** @param {{url: string, until: string}} link */
  #made({ url, until }) {
    return html`<div class="card card--quiet stack stack--tight invite__link">
      <label class="field"><span>${text.link}</span><input class="input" readonly .value=${url} @focus=${(/** @type {FocusEvent} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}></label>
      <div class="row">
        <button class="button button--small button--primary" @click=${this.#copy}><hh-icon name="copy"></hh-icon>${text.copy}</button>
        ${"share" in navigator ? html`<button class="button button--small" @click=${this.#share}><hh-icon name="send"></hh-icon>${text.share}</button>` : nothing}
      </div>
      <p class="faint">${text.shownOnce(momentOf(until))}</p>
    </div>`;
  }

  /** @param {Invitation} invitation */
  #invitation({ id, userId, usesLeft, expiresAt, createdAt }) {
    return html`<li><span class="grow"><span class="soft">${userId ? text.openFor(momentOf(expiresAt)) : text.openLink(usesLeft, momentOf(expiresAt))}</span><span class="faint team-side__name">${text.made(agoOf(createdAt))}</span></span>
      <button class="button button--small button--quiet" aria-label=${text.revokeOf(agoOf(createdAt))} @click=${() => this.#revoke(id)}>${text.revoke}</button></li>`;
  }

  async #make() {
    const made = await this.attempt(async () => {
      const { invitationCode, expiresAt } = await teams.invite(this.team.id);
      this.link = { url: `${location.origin}/join#${invitationCode}`, until: expiresAt };
    });
    if (made) await this.#list();
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.link?.url ?? "");
      toast(text.copied, { kind: "good" });
    } catch {
      this.querySelector("input")?.select();
    }
  }

  async #share() {
    try {
      await navigator.share({ title: this.team.name, text: text.shareText(this.team.name), url: this.link?.url });
    } catch (error) {
      if (!(error instanceof DOMException && error.name === "AbortError")) toastProblem(error);
    }
  }

  /** @param {string} id */
  #revoke(id) {
    const mark = (/** @type {boolean} */ going) => (going ? this.going.add(id) : this.going.delete(id), this.requestUpdate());
    mark(true);
    later(text.revoking, () => teams.revoke(this.team.id, id), () => mark(false));
  }
}

customElements.define("hh-invite", Invite);
