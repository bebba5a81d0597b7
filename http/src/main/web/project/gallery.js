// @ts-check
/** @import { Hackathon } from "../api/types.js" */
/** @import { Exhibit } from "./shown.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { allPages } from "../api/all-pages.js";
import { hackathons } from "../api/hackathons.js";
import { Element } from "../design/element.js";
import { empty, failure } from "../design/states.js";
import { projectCard } from "./project-card.js";
import { fitting } from "./shown.js";
import { text } from "./text.js";

/** What was built, to look through. */
export class Gallery extends Element {
  static properties = { hackathon: { attribute: false }, words: { state: true }, track: { state: true } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.words = "";
    this.track = "";
    /** @type {Exhibit[] | null} */
    this.projects = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  #load() {
    return this.reads(async () => {
      this.projects = await allPages((query) => hackathons.projects(this.hackathon.id, query));
    });
  }

  render() {
    const { projects } = this;
    if (!projects) return this.problem ? failure(this.problem, () => void this.#load()) : comingCards();
    if (projects.length === 0) return empty("folder-git-2", text.noneYet, text.noneYetMore);
    const found = fitting(projects, this);
    return html`<div class="stack">
      <div class="gallery__tools row">
        <input class="input grow" type="search" aria-label=${text.search} placeholder=${text.search} .value=${this.words} @input=${(/** @type {Event} */ event) => (this.words = /** @type {HTMLInputElement} */ (event.target).value)}>
        ${this.#tracks()}
        <span class="faint numbers" role="status">${text.found(found.length)}</span>
      </div>
      ${failure(this.problem)}
      ${found.length === 0
        ? empty("search", text.noneFits, text.noneFitsMore, html`<button class="button" @click=${() => ((this.words = ""), (this.track = ""))}>${text.clear}</button>`)
        : html`<ul class="grid">${repeat(found, (it) => it.teamId, (it) => html`<li class="gallery__item">${projectCard(it, this.hackathon)}</li>`)}</ul>`}
    </div>`;
  }

  #tracks() {
    const { tracks } = this.hackathon;
    if (!tracks?.length) return nothing;
    return html`<select class="input gallery__track" aria-label=${text.track} @change=${(/** @type {Event} */ event) => (this.track = /** @type {HTMLSelectElement} */ (event.target).value)}>
      <option value="">${text.anyTrack}</option>
      ${tracks.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.track}>${name}</option>`)}
    </select>`;
  }
}

const comingCards = () => html`<div class="grid" aria-busy="true">${Array.from({ length: 6 }, () => html`<div class="card skeleton"><div></div><div></div><div></div><div></div></div>`)}</div>`;

customElements.define("hh-gallery", Gallery);
