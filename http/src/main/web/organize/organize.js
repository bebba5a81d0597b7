// @ts-check
/** @import { Hackathon } from "../api/types.js" */
/** @import { Part } from "./parts.js" */
import { html, nothing } from "lit";
import { problemOf, Problem } from "../api/problem.js";
import { place } from "../app/router.js";
import { Element } from "../design/element.js";
import { failure, skeleton } from "../design/states.js";
import { partOf, partsFor } from "./parts.js";
import { text } from "./text.js";

/** The organizers' desk: a row of parts, and the one that the address names. */
export class Organize extends Element {
  static properties = { hackathon: { attribute: false }, organizer: { type: Boolean } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.organizer = false;
    /** @type {Map<string, "loading" | "loaded" | Problem>} */
    this.modules = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(place);
    // Styles and letters may come after the nav itself.
    const observer = new ResizeObserver(() => this.#showCurrent());
    observer.observe(this);
    this.until(() => observer.disconnect());
    const look = () => this.#showCurrent();
    document.fonts.addEventListener("loadingdone", look);
    this.until(() => document.fonts.removeEventListener("loadingdone", look));
  }

  get #part() {
    const parts = partsFor(this.organizer);
    return parts.find(({ name }) => name === partOf(place.value.path)) ?? parts[0];
  }

  willUpdate() {
    const part = this.#part;
    if (!this.modules.has(part.name)) void this.#open(part);
  }

  /** @param {Part} part */
  async #open({ name, load }) {
    this.modules.set(name, "loading");
    this.modules.set(name, await load().then(() => "loaded", problemOf));
    this.requestUpdate();
  }

  updated() {
    this.#showCurrent();
  }

  #showCurrent() {
    const current = this.querySelector('.desk__nav [aria-current="page"]');
    const nav = current?.parentElement;
    if (current instanceof HTMLElement && nav) nav.scrollLeft = current.offsetLeft - nav.offsetLeft - (nav.clientWidth - current.clientWidth) / 2;
  }

  render() {
    const { hackathon, organizer } = this;
    const parts = partsFor(organizer);
    const part = this.#part;
    const module = this.modules.get(part.name);
    return html`<div class="desk">
      ${parts.length > 1 ? html`<nav class="desk__nav" aria-label=${text.desk}>${parts.map(({ name, title, icon }) => html`<a class="desk__link" href=${`/hackathons/${hackathon.slug}/organize${name ? `/${name}` : ""}`} aria-current=${name === part.name ? "page" : nothing}><hh-icon name=${icon}></hh-icon>${title}</a>`)}</nav>` : nothing}
      <div class="desk__part">${module instanceof Problem ? failure(module, () => void this.#open(part)) : module === "loaded" ? part.view(hackathon) : skeleton(8)}</div>
    </div>`;
  }
}

customElements.define("hh-organize", Organize);
