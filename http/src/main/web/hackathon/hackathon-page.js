// @ts-check
/** @import { Hackathon } from "../api/types.js" */
/** @import { Section } from "./sections.js" */
import { html, nothing } from "lit";
import { followChanges } from "../announcements/feed.js";
import { hackathons } from "../api/hackathons.js";
import { Problem, problemOf } from "../api/problem.js";
import { signInUrl } from "../app/router.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { hueOf } from "../design/hue.js";
import { empty, failure, skeleton } from "../design/states.js";
import "./hackathon-header.js";
import "./section-tabs.js";
import { sectionsOf } from "./sections.js";
import { text } from "./text.js";

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
    this.hears(this, "changed", () => void this.load());
  }

  load() {
    return this.reads(async () => {
      this.hackathon = await hackathons.get(this.slug);
      this.#follow(this.hackathon.id);
    });
  }

  /** @param {string} id */
  #follow(id) {
    if (this.feed || !this.isConnected) return;
    this.feed = followChanges(this, id, () => void this.load());
    this.until(() => (this.feed = undefined));
  }

  willUpdate() {
    const section = this.#current();
    if (this.hackathon) this.titled(this.hackathon.title + (section && section.name !== "about" ? ` · ${section.title}` : ""));
    if (section && !this.modules.has(section.name)) void this.#open(section);
  }

  /** @param {Section} section */
  async #open({ name, load }) {
    this.modules.set(name, "loading");
    this.requestUpdate();
    this.modules.set(name, await load().then(() => "loaded", problemOf));
    this.requestUpdate();
  }

  #current() {
    return this.hackathon ? sectionsOf(this.hackathon).find(({ name }) => name === this.section) : undefined;
  }

  render() {
    if (!this.hackathon) return html`<div class="page">${this.#notYet()}</div>`;
    const { hackathon } = this;
    const current = this.#current();
    return html`<div class="page stack hackathon hackathon--${this.section} ${hueOf(hackathon.id)}">
      <hh-hackathon-header .hackathon=${hackathon} ?compact=${this.section !== "about"}></hh-hackathon-header>
      <hh-section-tabs .sections=${sectionsOf(hackathon)} current=${this.section} base=${`/hackathons/${hackathon.slug}`}></hh-section-tabs>
      ${failure(this.problem, () => void this.load())}
      <section aria-labelledby="section">
        <h2 class="sr-only" id="section">${current?.title ?? text.closed}</h2>
        ${!current ? this.#closed(hackathon) : this.#part(current, hackathon)}
      </section>
      ${attribution(hackathon)}
    </div>`;
  }

  #notYet() {
    if (this.problem?.status === 404) return html`<h1 class="sr-only">${text.none}</h1>${empty("search", text.none, text.noneMore, html`<a class="button" href="/hackathons">${text.all}</a>`)}`;
    return this.problem ? failure(this.problem, () => void this.load()) : headSkeleton();
  }

  /** @param {Hackathon} hackathon */
  #closed({ slug }) {
    return session.signedIn
      ? empty("lock", text.closed, text.closedMore, html`<a class="button" href=${`/hackathons/${slug}`}>${text.toAbout}</a>`)
      : empty("lock", text.closed, text.closedGuest, html`<a class="button button--primary" href=${signInUrl()}>${text.signIn}</a>`);
  }

  /** @param {Section} section @param {Hackathon} hackathon */
  #part(section, hackathon) {
    const module = this.modules.get(section.name);
    if (module instanceof Problem) return failure(module, () => void this.#open(section));
    return module === "loaded" ? section.view(hackathon) : skeleton();
  }
}

/** The shape of what comes. */
const headSkeleton = () => html`<div class="hackathon-coming" role="status" aria-label=${text.loading}><i></i><i></i><i></i><i></i><div><i></i><i></i></div></div>`;

/** Where the data comes from, where it is not one's own. @param {Hackathon} hackathon */
function attribution({ resources }) {
  const source = resources?.attribution;
  return typeof source === "string" && source ? html`<p class="faint hackathon__source">${source}</p>` : nothing;
}

customElements.define("hh-hackathon-page", HackathonPage);
