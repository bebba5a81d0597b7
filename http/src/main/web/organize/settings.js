// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { later } from "../design/undo.js";
import { CANCEL, mayBeCancelled } from "./life.js";
import { stepForm } from "./step-form.js";
import { text } from "./text.js";

/** What one seldom does: edit the details, call the whole thing off. */
export class OrganizeSettings extends Element {
  static properties = { hackathon: { attribute: false }, asking: { state: true }, leaving: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.asking = false;
    this.leaving = false;
  }

  render() {
    const { slug, status, timeZone } = this.hackathon;
    return html`<div class="stack">
      <section class="card stack" aria-labelledby="details"><h3 id="details">${text.details}</h3><p class="soft">${text.detailsMore}</p>
        <div><a class="button" href=${`/hackathons/${slug}/edit`}><hh-icon name="pencil"></hh-icon>${text.editDetails}</a></div></section>
      ${mayBeCancelled(status) ? html`<section class="card stack" aria-labelledby="cancel"><h3 id="cancel">${text.cancelTitle}</h3><p class="soft">${text.cancelMore}</p>
        ${failure(this.problem)}
        ${this.leaving ? html`<p class="notice notice--warn" role="status">${text.cancelling}</p>`
          : this.asking ? stepForm(CANCEL, text.cancelIt, "", timeZone, this.busy, ({ reason }) => this.#cancel(reason ?? ""), () => (this.asking = false))
          : html`<div><button class="button button--danger" @click=${() => (this.asking = true)}>${text.cancelIt}</button></div>`}
      </section>` : nothing}
    </div>`;
  }

  /** Nothing brings it back, so that it waits a moment. @param {string} reason */
  #cancel(reason) {
    this.leaving = true;
    const { id } = this.hackathon;
    const page = this.parentElement;
    later(text.cancelling, async () => {
      await hackathons.transition(id, { to: "CANCELLED", reason });
      (this.isConnected ? this : page)?.dispatchEvent(new CustomEvent("changed", { bubbles: true }));
    }, () => (this.leaving = false));
  }
}

customElements.define("hh-organize-settings", OrganizeSettings);
