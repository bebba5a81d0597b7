// @ts-check
/** @import { Section } from "./sections.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import { text } from "./text.js";

/** The ways to a hackathon's sections. Where they are wider than the screen, a fading edge says that there is more. */
export class SectionTabs extends Element {
  static properties = { sections: { attribute: false }, current: {}, base: {} };

  constructor() {
    super();
    /** @type {Section[]} */
    this.sections = [];
    this.current = "";
    this.base = "";
  }

  connectedCallback() {
    super.connectedCallback();
    // Styles and letters may come after the tabs themselves.
    const observer = new ResizeObserver(() => (this.#showCurrent(), this.#edges()));
    observer.observe(this);
    this.until(() => observer.disconnect());
    const look = () => this.#showCurrent();
    document.fonts.addEventListener("loadingdone", look);
    this.until(() => document.fonts.removeEventListener("loadingdone", look));
  }

  render() {
    return html`<nav class="tabs section-tabs" aria-label=${text.sections.label} @scroll=${this.#edges} @keydown=${this.#key}>
      ${this.sections.map(({ name, title, path }) => html`<a href=${`${this.base}${path}`} aria-current=${name === this.current ? "page" : nothing}>${title}</a>`)}
    </nav>`;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("current") || changed.has("sections")) this.#showCurrent();
    this.#edges();
  }

  #showCurrent() {
    const tab = /** @type {HTMLElement | null} */ (this.querySelector('[aria-current="page"]'));
    const tabs = tab?.parentElement;
    if (tab && tabs) tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.clientWidth) / 2;
  }

  /** Says to the style sheet where there is more. */
  #edges() {
    const tabs = this.querySelector("nav");
    if (!tabs) return;
    const { scrollLeft, clientWidth, scrollWidth } = tabs;
    tabs.toggleAttribute("data-before", scrollLeft > 2);
    tabs.toggleAttribute("data-after", scrollLeft + clientWidth < scrollWidth - 2);
  }

  /** Arrows go from tab to tab; Enter opens. @param {KeyboardEvent} event */
  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const links = [...this.querySelectorAll("a")];
    const at = links.indexOf(/** @type {HTMLAnchorElement} */ (document.activeElement));
    if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    links[(at + step + links.length) % links.length].focus();
  }
}

customElements.define("hh-section-tabs", SectionTabs);
