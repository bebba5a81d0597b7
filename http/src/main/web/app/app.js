// @ts-check
import { html, nothing } from "lit";
import { keyed } from "lit/directives/keyed.js";
import "../announcements/urgent.js";
import { problemOf } from "../api/problem.js";
import { Element } from "../design/element.js";
import { failure, skeleton } from "../design/states.js";
import "../design/toast.js";
import "./connection.js";
import "./top-bar.js";
import { navigate, place, signInUrl } from "./router.js";
import { routeOf } from "./routes.js";
import { session } from "./services.js";

/** The frame around every page: bar, connection, the page itself, what is said in passing. */
export class App extends Element {
  static properties = { shown: { state: true } };

  constructor() {
    super();
    /** @type {{key: string, view: unknown, frame?: string} | null} */
    this.shown = null;
    this.turn = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(session.state);
    this.until(place.watch(() => this.#show()));
    this.until(session.state.watch(() => this.#show()));
    void this.#show();
  }

  async #show() {
    const turn = ++this.turn;
    const { phase, user } = session.state.value;
    if (phase === "unknown") return;
    const { route, parameters } = routeOf(place.value.path);
    if (route.signedIn && phase === "guest") return navigate(signInUrl(), { replace: true });
    document.title = `${route.title} · HackHub`;
    try {
      await route.load();
    } catch (error) {
      this.problem = problemOf(error);
      this.shown = null;
      return this.requestUpdate();
    }
    if (turn !== this.turn) return;
    this.problem = null;
    const key = JSON.stringify([user?.id, route.page ?? route.path, parameters]);
    const moved = this.shown !== null && this.shown.key !== key;
    this.shown = { key, view: route.view(parameters), frame: route.frame };
    if (moved) {
      await this.updateComplete;
      this.querySelector("main")?.focus({ preventScroll: true });
    }
  }

  render() {
    const frame = this.shown?.frame;
    return html`
      ${frame === "bare" ? nothing : html`<a class="skip" href="#main">Skip to the page</a><hh-top-bar></hh-top-bar>`}
      <hh-connection></hh-connection>
      ${frame === "bare" ? nothing : html`<hh-urgent></hh-urgent>`}
      <main id="main" tabindex="-1" class="main ${frame ? `main--${frame}` : ""}">
        ${this.shown ? keyed(this.shown.key, this.shown.view) : html`<div class="page">${this.problem ? failure(this.problem, () => location.reload()) : skeleton()}</div>`}
      </main>
      <hh-toasts></hh-toasts>
    `;
  }
}

customElements.define("hh-app", App);
