// @ts-check
import { html, nothing } from "lit";
import { problemOf } from "../api/problem.js";
import { live, session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import "../markdown/markdown-text.js";
import { text } from "./text.js";

/** One's own message before the log has it. */
export class PendingMessage extends Element {
  static properties = { message: { attribute: false }, state: { attribute: false } };

  constructor() {
    super();
    /** @type {import("./room.js").Pending} */
    this.message = /** @type {any} */ (undefined);
    this.state = "sending";
    /** @type {import("./room.js").Room} */
    this.room = /** @type {any} */ (undefined);
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(live.state);
  }

  render() {
    const { message, room } = this;
    const me = session.user;
    const failed = message.state === "failed";
    const state = failed ? text.notSent : live.open ? text.sending : text.waiting;
    return html`<article class="message message--starts message--${message.state}" aria-label=${text.yours(state)}>
      <div class="message__side">${avatar(me ?? undefined)}</div>
      <div class="message__main">
        <div class="message__who"><strong><bdi>${me?.fullName}</bdi></strong><span class="faint">${state}</span></div>
        <hh-markdown class="message__text" .text=${message.text}></hh-markdown>
        ${failed
          ? html`<p class="message__failed row" role="alert">
              <hh-icon name="circle-alert"></hh-icon>${message.refusal ? problemOf(message.refusal).message : text.notSentWhy}
              <button class="button button--small" @click=${() => room.retry(message.id)}>${text.again}</button>
              <button class="button button--small button--quiet" @click=${() => room.discard(message.id)}>${text.discard}</button>
            </p>`
          : nothing}
      </div>
    </article>`;
  }
}

customElements.define("hh-pending-message", PendingMessage);
