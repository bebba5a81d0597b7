// @ts-check
import { html } from "lit";
import { live } from "../app/services.js";
import { Element } from "../design/element.js";
import { clockOf } from "../design/time.js";
import { text } from "./text.js";

const WORTH_SAYING_MS = 2000;
const RELOAD_MS = 30_000;

/** Whether what one sees is of now; and since when not. A screen that nobody touches begins anew by itself where it has to. */
export class ConnectionMark extends Element {
  constructor() {
    super();
    this.lostAt = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.every(1000, () => this.requestUpdate());
    this.until(() => clearTimeout(this.reload));
    this.until(live.state.watch(() => this.#changed()));
    this.#changed();
  }

  #changed() {
    const { phase } = live.state.value;
    if (phase === "open") this.lostAt = 0;
    else this.lostAt ||= Date.now();
    clearTimeout(this.reload);
    if (phase === "closed") this.reload = setTimeout(() => location.reload(), RELOAD_MS);
    this.requestUpdate();
  }

  render() {
    const lost = this.lostAt > 0 && Date.now() - this.lostAt > WORTH_SAYING_MS;
    const first = performance.now() < 10_000;
    const said = !this.lostAt ? text.live : lost && !first ? text.lost(clockOf(new Date(this.lostAt))) : text.connecting;
    return html`<span class="screen-mark ${this.lostAt ? "screen-mark--lost" : ""}" role="status">${said}</span>`;
  }
}

customElements.define("hh-connection-mark", ConnectionMark);
