// @ts-check
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { live } from "./services.js";

/** A moment's hiccup is nobody's business. */
const WORTH_SAYING_MS = 1500;

/** Says how things stand with the live connection, when they do not stand well. */
export class Connection extends Element {
  connectedCallback() {
    super.connectedCallback();
    this.brokenSince = 0;
    const timer = setInterval(() => this.requestUpdate(), 1000);
    this.until(() => clearInterval(timer));
    this.until(live.state.watch(({ phase }) => this.#changed(phase)));
  }

  /** @param {string} phase */
  #changed(phase) {
    const fine = phase === "open" || phase === "idle" || phase === "hidden";
    this.brokenSince = fine ? 0 : this.brokenSince || Date.now();
    this.requestUpdate();
  }

  render() {
    const { phase, retryAt = 0, message } = live.state.value;
    if (!this.brokenSince || Date.now() - this.brokenSince < WORTH_SAYING_MS) return nothing;
    const seconds = Math.max(0, Math.ceil((retryAt - Date.now()) / 1000));
    const waiting = live.waiting;
    return html`<div class="connection connection--${phase}" role="status">
      <hh-icon name=${phase === "connecting" ? "refresh-cw" : "wifi-off"}></hh-icon>
      <span>
        ${phase === "closed" ? message : phase === "connecting" ? "Connecting again…" : `Not connected. Trying again in ${seconds} s.`}
        ${waiting > 0 && phase !== "closed" ? `${waiting} waiting to be sent.` : nothing}
      </span>
      ${phase === "waiting" ? html`<button class="link-button" @click=${() => live.hurry()}>Try now</button>` : nothing}
      ${phase === "closed" ? html`<button class="link-button" @click=${() => location.reload()}>Reload</button>` : nothing}
    </div>`;
  }
}

customElements.define("hh-connection", Connection);
