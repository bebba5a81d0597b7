// @ts-check
/** @import { Standing } from "./standing.js" */
import { html, nothing } from "lit";
import { problemOf } from "../api/problem.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { clockOf } from "../design/time.js";
import { toast } from "../design/toast.js";
import { age, renew, renewNow } from "./freshness.js";
import { place, signInUrl } from "./router.js";
import { live, refusedLater, session } from "./services.js";
import { standingOf } from "./standing.js";
import { text as all } from "./text.js";

const text = all.connection;
/** Standings that are worth a word when they are over. */
const BAD = ["offline", "waiting", "connecting"];

/** @type {Record<Standing, string>} */
const ICONS = {
  ended: "log-out", closed: "circle-alert", offline: "wifi-off", waiting: "wifi-off", connecting: "refresh-cw",
  newer: "refresh-cw", owed: "log-out", sending: "refresh-cw", back: "check", fine: "check",
};

/** Says how things stand between this page and the server, when they do not stand well. */
export class Connection extends Element {
  #brokenAt = 0;
  #sendingAt = 0;
  #backAt = -Infinity;
  /** @type {Standing} */
  #standing = "fine";

  connectedCallback() {
    super.connectedCallback();
    this.watch(age, session.state, session.owed, place);
    this.until(live.state.watch(({ phase }) => this.#changed(phase)));
    this.until(live.outbox.changed.watch(() => this.#sends()));
    this.until(refusedLater.watch((it) => it && toast(problemOf(it.refusal).message, { kind: "bad", title: text.refused })));
    this.every(500, () => this.#look());
    for (const type of ["online", "offline"]) this.hears(window, type, () => this.#look());
  }

  /** @param {string} phase */
  #changed(phase) {
    const fine = phase === "open" || phase === "idle" || phase === "hidden";
    this.#brokenAt = fine ? 0 : this.#brokenAt || Date.now();
    if (phase === "open") renew();
    this.#look();
  }

  #sends() {
    this.#sendingAt = live.outbox.size > 0 ? this.#sendingAt || Date.now() : 0;
  }

  /** Nothing is rendered while there is nothing to say. */
  #look() {
    const since = (/** @type {number} */ at) => (at ? Date.now() - at : 0);
    const before = this.#standing;
    const facts = {
      online: navigator.onLine,
      ended: session.state.value.ended === true,
      owed: session.owed.value,
      phase: live.state.value.phase,
      brokenFor: since(this.#brokenAt),
      sendingFor: since(this.#sendingAt),
      backFor: Date.now() - this.#backAt,
      newer: age.value.newer,
    };
    let now = standingOf(facts);
    if (BAD.includes(before) && (now === "fine" || now === "sending")) {
      this.#backAt = Date.now();
      now = standingOf({ ...facts, backFor: 0 });
    }
    this.#standing = now;
    if (now !== "fine" || before !== "fine") this.requestUpdate();
  }

  render() {
    const standing = this.#standing;
    const spoken = standing === "waiting" ? text.lost : standing === "sending" ? nothing : this.#said(standing);
    return html`<div class="sr-only" role="status">${spoken}</div>
      ${standing === "fine"
        ? nothing
        : html`<div class="connection connection--${standing}">
            <hh-icon name=${ICONS[standing]}></hh-icon>
            <span class="connection__text">${this.#said(standing)}</span>
            ${this.#action(standing)}
          </div>`}`;
  }

  /** @param {Standing} standing */
  #said(standing) {
    const { retryAt = 0, message } = live.state.value;
    const seconds = Math.ceil((retryAt - Date.now()) / 1000);
    switch (standing) {
      case "ended":
        return text.ended;
      case "closed":
        return message;
      case "offline":
        return this.#withMore(text.offline);
      case "waiting":
        return this.#withMore(seconds > 0 ? text.again(seconds) : text.now);
      case "connecting":
        return this.#withMore(text.connecting);
      case "newer":
        return `${text.asOf(clockOf(new Date(age.value.from ?? 0)))} ${text.newer}`;
      case "owed":
        return text.owed;
      case "sending":
        return text.sending(live.outbox.size);
      case "back":
        return text.back;
      default:
        return nothing;
    }
  }

  /** @param {string} what */
  #withMore(what) {
    const { from } = age.value;
    const parts = [what];
    if (from !== null) parts.push(text.asOf(clockOf(new Date(from))));
    if (session.owed.value) parts.push(text.owed);
    if (live.outbox.size > 0) parts.push(text.waiting(live.outbox.size));
    return parts.join(" ");
  }

  /** @param {Standing} standing */
  #action(standing) {
    const button = (/** @type {string} */ name, /** @type {() => void} */ act) => html`<button class="link-button" @click=${act}>${name}</button>`;
    switch (standing) {
      case "ended":
        return place.value.path.startsWith("/sign-") ? nothing : html`<a class="link-button" href=${signInUrl()}>${text.signIn}</a>`;
      case "closed":
        return button(text.reload, () => location.reload());
      case "waiting":
        return button(text.tryNow, () => live.hurry());
      case "newer":
        return button(text.update, renewNow);
      default:
        return nothing;
    }
  }
}

customElements.define("hh-connection", Connection);
