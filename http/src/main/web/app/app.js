// @ts-check
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { problemOf } from "../api/problem.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { empty, skeleton } from "../design/states.js";
import { text as design } from "../design/text.js";
import { toastProblem } from "../design/toast.js";
import { startShortcuts } from "../palette/shortcuts.js";
import { focusTitle } from "./arrival.js";
import "./connection.js";
import "./top-bar.js";
import { arrive, renewal } from "./freshness.js";
import { navigate, place, signInUrl } from "./router.js";
import { routeOf } from "./routes.js";
import { session } from "./services.js";
import { text } from "./text.js";

/** What those who only look around never need. */
const forMembers = () => Promise.all([import("./account.js"), import("../announcements/urgent.js")]);

/** The frame around every page: bar, connection, the page itself, what is said in passing. */
export class App extends Element {
  static properties = { shown: { state: true }, said: { state: true } };

  constructor() {
    super();
    /** @type {{key: string, view: unknown, frame?: string} | null} */
    this.shown = null;
    this.turn = 0;
    /** What is read out on arrival. */
    this.said = "";
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(session.state);
    this.until(place.watch(() => this.#show()));
    this.until(session.state.watch(() => this.#show()));
    this.until(session.state.watch(() => this.#equip()));
    this.until(startShortcuts());
    this.#equip();
    this.until(renewal.watch(() => this.#show()));
    void this.#show();
  }

  #equip() {
    if (session.user) forMembers().catch(toastProblem);
  }

  async #show() {
    const turn = ++this.turn;
    const { phase, user } = session.state.value;
    if (phase === "unknown") return;
    const { route, parameters } = routeOf(place.value.path);
    if (route.signedIn && phase === "guest") return navigate(signInUrl(), { replace: true });
    try {
      await route.load();
    } catch (error) {
      this.titled(route.title);
      this.problem = problemOf(error);
      this.shown = null;
      return this.requestUpdate();
    }
    if (turn !== this.turn) return;
    this.problem = null;
    const key = JSON.stringify([user?.id, route.page ?? route.path, parameters, renewal.value]);
    const moved = this.shown !== null && this.shown.key !== key;
    if (moved) arrive();
    // Views of one page have names of their own.
    if (this.shown?.key !== key) this.titled(route.title);
    this.shown = { key, view: route.view(parameters), frame: route.frame };
    if (!moved) return;
    await this.updateComplete;
    this.said = document.title;
    const main = this.querySelector("main");
    if (main) focusTitle(main);
  }

  render() {
    const frame = this.shown?.frame;
    return html`
      ${frame === "bare" ? nothing : html`<a class="skip" href="#main" @click=${this.#skip}>${text.skip}</a><hh-top-bar></hh-top-bar>`}
      ${frame === "bare" ? nothing : html`${session.user ? html`<hh-urgent></hh-urgent>` : nothing}<hh-connection></hh-connection>`}
      <main id="main" tabindex="-1" class="main ${frame ? `main--${frame}` : ""}">
        ${this.shown ? keyed(this.shown.key, this.shown.view) : html`<div class="page">${this.problem ? this.#broken() : skeleton()}</div>`}
      </main>
      <hh-toasts></hh-toasts>
      <div class="sr-only" aria-live="polite">${this.said}</div>
    `;
  }

  /** A page's own script did not come: there is no connection, or there is a newer version. */
  #broken() {
    return html`<h1 class="sr-only">${text.offline.title}</h1>
      ${empty("cloud-off", text.offline.title, text.offline.more, html`<button class="button" @click=${() => location.reload()}>${design.tryAgain}</button>`)}`;
  }

  /** @param {Event} event */
  #skip(event) {
    event.preventDefault();
    this.querySelector("main")?.focus();
  }
}

customElements.define("hh-app", App);
