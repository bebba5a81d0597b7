// @ts-check
import { html, nothing } from "lit";
import { navigate, nextPage } from "../app/router.js";
import { about, session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { text } from "./text.js";

const { demo } = text;

/** In the demo: sign in as one of its made-up people, at one click. */
export class DemoPeople extends Element {
  constructor() {
    super();
    /** @type {{role: string, username: string, fullName: string}[]} */
    this.people = [];
  }

  connectedCallback() {
    super.connectedCallback();
    about().then(({ features }) => {
      this.people = Array.isArray(features?.demo) ? features.demo : [];
      this.requestUpdate();
    }, () => {});
  }

  render() {
    if (this.people.length === 0) return nothing;
    return html`<section class="demo stack stack--tight" aria-labelledby="demo-title">
      <h2 class="demo__title" id="demo-title">${demo.title}</h2>
      <p class="soft">${demo.lead}</p>
      ${failure(this.problem)}
      <ul class="demo__people">
        ${this.people.map((person) => html`<li>
          <button class="card demo__person" type="button" ?disabled=${this.busy} @click=${() => this.#enter(person.username)}>
            ${avatar({ id: person.username, fullName: person.fullName })}
            <span class="grow"><strong>${person.fullName}</strong><span class="soft demo__does">${demo.does[roleOf(person)] ?? ""}</span></span>
            <span class="badge badge--accent">${demo.role[roleOf(person)] ?? person.role.toLowerCase()}</span>
          </button>
        </li>`)}
      </ul>
    </section>`;
  }

  /** @param {string} username */
  async #enter(username) {
    if (await this.attempt(() => session.enter("/auth/demo", { username }))) navigate(nextPage(), { replace: true });
  }
}

/** @param {{role: string}} person */
const roleOf = ({ role }) => /** @type {keyof typeof demo.does} */ (role.toUpperCase());

customElements.define("hh-demo-people", DemoPeople);
