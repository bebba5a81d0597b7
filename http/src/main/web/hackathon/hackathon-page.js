// @ts-check
/** @import { Hackathon } from "../api/types.js" */
/** @import { Section } from "./sections.js" */
import { html, nothing } from "lit";
import { holdFeed } from "../announcements/feed.js";
import { hackathons } from "../api/hackathons.js";
import { Problem, problemOf } from "../api/problem.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import "./hackathon-header.js";
import { sectionsOf } from "./sections.js";

/** One hackathon: its head, and the section that the address names. What changes on the server changes here. */
export class HackathonPage extends Element {
  static properties = { slug: {}, section: {} };

  constructor() {
    super();
    this.slug = "";
    this.section = "about";
    /** @type {Hackathon | null} */
    this.hackathon = null;
    /** How the loading of each section's module stands. @type {Map<string, "loading" | "loaded" | Problem>} */
    this.modules = new Map();
  }

  connectedCallback() {
    super.connectedCallback();
    void this.load();
    const hurry = () => void this.load();
    this.addEventListener("changed", hurry);
    this.until(() => this.removeEventListener("changed", hurry));
  }

  async load() {
    try {
      this.hackathon = await hackathons.get(this.slug);
      this.problem = null;
      document.title = `${this.hackathon.title} · HackHub`;
      this.#follow(this.hackathon.id);
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
    await this.updateComplete;
    this.#showTab();
  }

  /** The hackathon's own changes come with its announcements. @param {string} id */
  #follow(id) {
    if (this.feed) return;
    const { model, release } = holdFeed(id);
    this.feed = model;
    let seen = model.change;
    this.until(release);
    this.until(model.changed.watch(() => {
      if (model.change === seen) return;
      seen = model.change;
      void this.load();
    }));
  }

  willUpdate() {
    const section = this.#current();
    if (section && !this.modules.has(section.name)) void this.#open(section);
  }

  /** @param {Section} section */
  async #open({ name, load }) {
    this.modules.set(name, "loading");
    this.requestUpdate();
    this.modules.set(name, await load().then(() => "loaded", problemOf));
    this.requestUpdate();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("section")) this.#showTab();
  }

  /** On a phone the tabs are wider than the page. */
  #showTab() {
    const tab = /** @type {HTMLElement | null} */ (this.querySelector('.tabs [aria-current="page"]'));
    const tabs = tab?.parentElement;
    if (tab && tabs) tabs.scrollLeft = tab.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - tab.clientWidth) / 2;
  }

  #current() {
    return this.hackathon ? sectionsOf(this.hackathon).find(({ name }) => name === this.section) : undefined;
  }

  render() {
    if (!this.hackathon) return html`<div class="page">${this.problem?.status === 404 ? empty("search", "There is no such hackathon", html`<a href="/">All hackathons</a>`) : this.problem ? failure(this.problem, () => void this.load()) : skeleton(8)}</div>`;
    const { hackathon } = this;
    const current = this.#current();
    return html`<div class="page stack hackathon">
      <hh-hackathon-header .hackathon=${hackathon} ?compact=${this.section !== "about"}></hh-hackathon-header>
      <nav class="tabs" aria-label="Sections">
        ${sectionsOf(hackathon).map(({ name, title, path }) => html`<a href=${`/hackathons/${hackathon.slug}${path}`} aria-current=${name === this.section ? "page" : nothing}>${title}</a>`)}
      </nav>
      ${failure(this.problem)}
      <section aria-labelledby="section">
        <h2 class="sr-only" id="section">${current?.title ?? ""}</h2>
        ${!current ? empty("search", "This part is not open to you", "Sign in, or ask the organizers.") : this.#part(current, hackathon)}
      </section>
      ${attribution(hackathon)}
    </div>`;
  }

  /** @param {Section} section @param {Hackathon} hackathon */
  #part(section, hackathon) {
    const module = this.modules.get(section.name);
    if (module instanceof Problem) return failure(module, () => void this.#open(section));
    return module === "loaded" ? section.view(hackathon) : skeleton();
  }
}

/** Where the data comes from, where it is not one's own. @param {Hackathon} hackathon */
function attribution({ resources }) {
  const source = resources?.attribution;
  return typeof source === "string" && source ? html`<p class="faint hackathon__source">${source}</p>` : nothing;
}

customElements.define("hh-hackathon-page", HackathonPage);
