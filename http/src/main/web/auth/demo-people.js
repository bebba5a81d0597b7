// @ts-check
import { html, nothing } from "lit";
import { navigate, nextPage } from "../app/router.js";
import { about, session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";

/** What each of them is there for. */
const DOES = new Map([
  ["ORGANIZER", "publishes and runs the event"],
  ["PARTICIPANT", "chats in a team, works on a project"],
  ["MENTOR", "helps the teams that invited them"],
  ["JUDGE", "scores projects"],
]);

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
      <h2 class="demo__title" id="demo-title">Look around in the demo</h2>
      <p class="soft">A real event with its real projects; the people are made up. One click signs you in.</p>
      ${failure(this.problem)}
      <ul class="stack stack--tight">
        ${this.people.map((person) => html`<li>
          <button class="card demo__person" ?disabled=${this.busy} @click=${() => this.#enter(person.username)}>
            ${avatar({ id: person.username, fullName: person.fullName })}
            <span class="grow"><strong>${person.fullName}</strong><span class="soft demo__does">${DOES.get(person.role.toUpperCase()) ?? ""}</span></span>
            <span class="badge badge--accent">${person.role.toLowerCase()}</span>
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

customElements.define("hh-demo-people", DemoPeople);
