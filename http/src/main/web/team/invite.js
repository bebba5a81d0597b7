// @ts-check
/** @import { Team } from "../api/types.js" */
import { html } from "lit";
import { teams } from "../api/teams.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { momentOf } from "../design/time.js";
import { toast } from "../design/toast.js";

/** Makes a link that lets people join. It is shown once. */
export class Invite extends Element {
  static properties = { team: { attribute: false }, link: { state: true } };

  constructor() {
    super();
    /** @type {Team} */
    this.team = /** @type {any} */ (undefined);
    /** @type {{url: string, until: string} | null} */
    this.link = null;
  }

  render() {
    return html`<section class="stack stack--tight" aria-label="Invite">
      ${failure(this.problem)}
      ${this.link
        ? html`<label class="field"><span>Anybody who is registered joins by this link</span><input class="input" readonly .value=${this.link.url} @focus=${(/** @type {FocusEvent} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}></label>
            <div class="row"><button class="button button--small" @click=${this.#copy}><hh-icon name="copy"></hh-icon>Copy</button><span class="faint">Shown once. Good until ${momentOf(this.link.until)}.</span></div>`
        : html`<button class="button" ?disabled=${this.busy} aria-busy=${this.busy} @click=${this.#make}><hh-icon name="user-plus"></hh-icon>Invite by link</button>`}
    </section>`;
  }

  async #make() {
    await this.attempt(async () => {
      const { invitationCode, expiresAt } = await teams.invite(this.team.id);
      this.link = { url: `${location.origin}/join#${invitationCode}`, until: expiresAt };
    });
  }

  async #copy() {
    try {
      await navigator.clipboard.writeText(this.link?.url ?? "");
      toast("Copied.");
    } catch {
      this.querySelector("input")?.select();
    }
  }
}

customElements.define("hh-invite", Invite);
