// @ts-check
/** @import { Organization } from "../api/types.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { organizations } from "../api/people.js";
import { problemOf } from "../api/problem.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { undoable } from "../design/undo.js";
import { organizationCard } from "./organization-card.js";
import { text } from "./text.js";

const STATES = /** @type {const} */ (["PENDING", "VERIFIED", "REJECTED"]);

/** What platform admins decide: which organizations are what they say. */
export class AdminPage extends Element {
  static properties = { status: { state: true }, rejecting: { state: true } };

  constructor() {
    super();
    /** @type {Organization["verificationStatus"]} */
    this.status = "PENDING";
    /** The one whose rejection is being explained. @type {string | null} */
    this.rejecting = null;
    /** @type {Organization[] | null} */
    this.all = null;
    /** @type {string | null} */
    this.cursor = null;
  }

  connectedCallback() {
    super.connectedCallback();
    if (session.user?.role === "ADMIN") void this.#load();
  }

  async #load(cursor = "") {
    const { status } = this;
    try {
      const page = await organizations.list({ verificationStatus: status, limit: 50, cursor });
      if (status !== this.status) return;
      this.all = [...(cursor && this.all ? this.all : []), ...page.items];
      this.cursor = page.nextCursor;
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  render() {
    if (session.user?.role !== "ADMIN") return html`<div class="page"><h1 class="sr-only">${text.title}</h1>${empty("shield-check", text.onlyAdmins, text.onlyAdminsMore)}</div>`;
    return html`<div class="page page--narrow stack stack--loose">
      <header class="stack stack--tight"><h1>${text.title}</h1><p class="soft">${text.about}</p></header>
      <section class="stack" aria-labelledby="organizations">
        <div class="row row--apart"><h2 id="organizations">${text.organizations}</h2>
          <div class="segments" role="group" aria-label=${text.show}>
            ${STATES.map((state) => html`<button class="segments__one" aria-pressed=${state === this.status} @click=${() => this.#show(state)}>${text.states[state]}</button>`)}
          </div></div>
        ${failure(this.problem, () => void this.#load())}
        ${this.#list()}
      </section>
    </div>`;
  }

  #list() {
    const { all, status } = this;
    if (!all) return this.problem ? nothing : skeleton(6);
    if (all.length === 0) return empty("building-2", text.none[status], text.noneMore);
    return html`<p class="faint" role="status">${text.count(all.length)}${this.cursor ? "+" : ""}</p>
      <ul class="stack">${repeat(all, ({ id }) => id, (it) => html`<li>${organizationCard(it, {
        rejecting: this.rejecting === it.id,
        busy: this.busy,
        verify: () => void this.#decide(it, "VERIFIED"),
        ask: (on) => (this.rejecting = on ? it.id : null),
        reject: (reason) => void this.#decide(it, "REJECTED", reason),
      })}</li>`)}</ul>
      ${this.cursor ? html`<button class="button" @click=${() => this.#load(this.cursor ?? "")}>${text.more}</button>` : nothing}`;
  }

  /** @param {Organization["verificationStatus"]} status */
  #show(status) {
    this.status = status;
    this.all = null;
    this.rejecting = null;
    void this.#load();
  }

  /** @param {Organization} it @param {"VERIFIED" | "REJECTED"} status @param {string} [reason] */
  async #decide({ id, name, verificationStatus }, status, reason) {
    if (!(await this.attempt(() => organizations.verify(id, status, reason)))) return;
    this.rejecting = null;
    this.all = this.all?.filter((other) => other.id !== id) ?? null;
    this.requestUpdate();
    undoable(status === "VERIFIED" ? text.verified(name) : text.rejected(name), async () => {
      await organizations.verify(id, verificationStatus);
      await this.#load();
    });
  }
}

customElements.define("hh-admin-page", AdminPage);
