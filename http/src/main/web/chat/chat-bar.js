// @ts-check
/** @import { Author } from "../live/types.js" */
import { html, nothing } from "lit";
import { escape } from "../app/menu.js";
import { live } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { plain } from "../markdown/markdown.js";
import { nameOf } from "./names.js";
import { text } from "./text.js";

const MOST = 60;

/** Over the messages: what is pinned, who is here, and the search. */
export class ChatBar extends Element {
  static properties = { room: { attribute: false }, version: { attribute: false }, at: { state: true }, who: { state: true } };

  constructor() {
    super();
    /** @type {import("./room.js").Room} */
    this.room = /** @type {any} */ (undefined);
    this.version = 0;
    /** Which of the pinned ones is named. */
    this.at = 0;
    /** @type {Author[] | null} */
    this.who = null;
  }

  render() {
    const { room } = this;
    return html`<div class="chat-bar">
      ${this.#pinned()}
      <span class="grow"></span>
      <details class="menu" @toggle=${this.#toggled} @keydown=${escape}>
        <summary class="button button--quiet button--small" title=${text.whoIsHere}><hh-icon name="users"></hh-icon><span class="numbers">${text.here(Math.max(1, room.present))}</span></summary>
        <div class="menu__sheet chat-bar__who">${this.#who()}</div>
      </details>
      <button class="button button--quiet button--icon" aria-label=${text.search} title=${text.search} @click=${() => this.emit("search")}><hh-icon name="search"></hh-icon></button>
      <button class="button button--quiet button--icon chat-bar__help" aria-label=${text.help} title=${text.help} @click=${() => this.emit("help")}><hh-icon name="keyboard"></hh-icon></button>
    </div>`;
  }

  #pinned() {
    const pinned = [...this.room.messages.pinned].reverse();
    const message = pinned[this.at % Math.max(1, pinned.length)];
    if (!message) return nothing;
    return html`<button class="chat-bar__pinned" aria-label=${text.showPinned(nameOf(message.author))} @click=${() => this.emit("show", message.id)}>
        <hh-icon name="pin"></hh-icon><span class="chat-bar__pinned-text"><b>${text.pinnedBar(pinned.length)}</b> <span dir="auto">${plain((message.text ?? "").slice(0, 200))}</span></span>
      </button>
      ${pinned.length > 1 ? html`<button class="button button--quiet button--icon button--small" aria-label=${text.nextPinned} title=${text.nextPinned} @click=${() => (this.at++, this.requestUpdate())}><hh-icon name="chevron-down"></hh-icon></button>` : nothing}`;
  }

  #who() {
    if (this.who === null) return html`<hh-icon name="loader-circle" label=${text.whoIsHere}></hh-icon>`;
    if (this.who.length === 0) return html`<p class="faint">${text.nobodyHere}</p>`;
    const shown = this.who.slice(0, MOST);
    return html`<ul class="chat-bar__people" aria-label=${text.whoIsHere}>${shown.map((it) => html`<li>${avatar(it, "small")}<bdi>${nameOf(it)}</bdi></li>`)}</ul>
      ${this.who.length > MOST ? html`<p class="faint">${text.andMore(this.who.length - MOST)}</p>` : nothing}`;
  }

  /** @param {Event} event */
  async #toggled(event) {
    if (!(/** @type {HTMLDetailsElement} */ (event.target).open)) return;
    this.who = await live.who(this.room.channel);
  }
}

customElements.define("hh-chat-bar", ChatBar);
