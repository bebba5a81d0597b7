// @ts-check
/** @import { Message } from "./messages.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { toastProblem } from "../design/toast.js";
import { arranged } from "./arrange.js";
import "./message.js";
import "./pending-message.js";

/** Within this of the end counts as at the end. */
const NEAR_PX = 80;

/** The messages of a room, kept where the reader is: at the end while new ones come, in place while older ones load. */
export class ChatLog extends Element {
  static properties = {
    room: { attribute: false },
    version: { attribute: false },
    names: { attribute: false },
    namesVersion: { attribute: false },
    readBefore: { attribute: false },
    moderator: { type: Boolean },
    editing: { state: true },
    missed: { state: true },
  };

  constructor() {
    super();
    /** @type {import("./room.js").Room} */
    this.room = /** @type {any} */ (undefined);
    this.version = 0;
    /** @type {import("./names.js").Names} */
    this.names = /** @type {any} */ (undefined);
    this.namesVersion = 0;
    this.readBefore = 0;
    this.moderator = false;
    /** @type {string | null} */
    this.editing = null;
    /** New ones below, out of sight. */
    this.missed = 0;
    this.atEnd = true;
    this.seenLast = 0;
    /** How it stood before this rendering. @type {{height: number, top: number} | undefined} */
    this.scrolled = undefined;
    this.shownFirst = Infinity;
  }

  connectedCallback() {
    super.connectedCallback();
    const look = () => document.hidden || this.#looked();
    document.addEventListener("visibilitychange", look);
    this.until(() => document.removeEventListener("visibilitychange", look));
  }

  get scroller() {
    return /** @type {HTMLElement} */ (this.querySelector(".chat-log"));
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has("version") && this.hasUpdated) {
      this.scrolled = { height: this.scroller.scrollHeight, top: this.scroller.scrollTop };
    }
  }

  updated() {
    const { first, last } = this.room;
    if (this.scrolled && first < this.shownFirst) {
      this.scroller.scrollTop = this.scrolled.top + this.scroller.scrollHeight - this.scrolled.height;
    } else if (this.atEnd) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
      this.#looked();
    } else if (last > this.seenLast) {
      const news = this.room.events.filter((event) => event.seq > this.seenLast && event.kind === "message.posted");
      if (news.length > 0) queueMicrotask(() => (this.missed += news.length));
    }
    this.seenLast = last;
    this.shownFirst = first;
    this.scrolled = undefined;
  }

  #looked() {
    if (this.atEnd) queueMicrotask(() => this.room.markRead());
  }

  toEnd() {
    this.atEnd = true;
    this.missed = 0;
    this.requestUpdate();
  }

  editLast() {
    const mine = [...this.room.messages.byId.values()].filter((it) => it.author.id === session.user?.id && it.text !== null);
    this.editing = mine.at(-1)?.id ?? null;
  }

  #scrolled() {
    const { scrollTop, scrollHeight, clientHeight } = this.scroller;
    this.atEnd = scrollHeight - scrollTop - clientHeight < NEAR_PX;
    if (this.atEnd && this.missed > 0) this.missed = 0;
    this.#looked();
    if (scrollTop < 400 && this.room.hasOlder) this.#older();
  }

  /** The arrows go from message to message; Tab then reaches what one may do to it. @param {KeyboardEvent} event */
  #walk(event) {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    const inField = event.target instanceof HTMLTextAreaElement;
    if (step === 0 || inField) return;
    event.preventDefault();
    const all = [...this.querySelectorAll("article")];
    const now = all.findIndex((article) => article.contains(document.activeElement));
    all.at(now === -1 ? -1 : Math.min(all.length - 1, Math.max(0, now + step)))?.focus();
  }

  #older() {
    this.room.older().catch(toastProblem);
  }

  render() {
    const { room } = this;
    const rows = arranged(room.messages.items, this.readBefore, session.user?.id ?? "");
    return html`
      <div class="chat-log" role="log" aria-label="Messages" aria-live="polite" aria-relevant="additions" tabindex="0" @scroll=${this.#scrolled} @keydown=${this.#walk}>
        <div class="chat-log__start">
          ${room.hasOlder
            ? html`<button class="button button--quiet button--small" ?disabled=${room.loadingOlder} @click=${this.#older}>${room.loadingOlder ? "Loading…" : "Earlier messages"}</button>`
            : html`<p class="faint">${rows.length === 0 ? "Nothing has been said here yet. Say hello." : "This is where it began."}</p>`}
        </div>
        ${repeat(rows, (row) => row.key, (row) => this.#row(row))}
        ${repeat(room.pending.values(), (it) => it.id, (it) => html`<hh-pending-message .message=${it} .state=${it.state} .room=${room}></hh-pending-message>`)}
      </div>
      ${this.missed > 0
        ? html`<button class="button button--primary button--small chat-log__new" @click=${this.toEnd}><hh-icon name="arrow-down"></hh-icon>${this.missed} new</button>`
        : nothing}`;
  }

  /** @param {import("./arrange.js").Row} row */
  #row(row) {
    switch (row.type) {
      case "day":
        return html`<p class="chat-log__day" role="separator"><span>${row.text}</span></p>`;
      case "unread":
        return html`<p class="chat-log__unread" role="separator"><span>New</span></p>`;
      case "happening":
        return html`<p class="chat-log__happening faint">${this.names.of(row.item.userId).fullName} ${row.item.kind === "member.joined" ? "joined" : "left"}</p>`;
      case "message":
        return this.#message(row.item, row.starts);
    }
  }

  /** @param {Message} message @param {boolean} starts */
  #message(message, starts) {
    this.names.know(message.author);
    const { room, moderator, editing } = this;
    const answered = message.replyTo ? room.messages.byId.get(message.replyTo) : undefined;
    return html`<hh-message
      .message=${message} .look=${lookOf(message, answered)} .answered=${answered} .starts=${starts}
      .room=${room} .names=${this.names} .moderator=${moderator} .editing=${editing === message.id} .writable=${room.canWrite}
      @edit=${() => (this.editing = message.id)} @edited=${() => this.#stopEditing()}
    ></hh-message>`;
  }

  #stopEditing() {
    this.editing = null;
    /** @type {HTMLElement | null} */ (this.closest("hh-chat")?.querySelector("hh-composer textarea"))?.focus();
  }
}

/** Changes whenever the message looks different, so that no other message is rendered anew. @param {Message} message @param {Message} [answered] */
function lookOf({ text, edited, pinned, author, reactions }, answered) {
  const who = [...reactions].map(([emoji, users]) => [emoji, ...users]);
  return JSON.stringify([text, edited, pinned, author.fullName, who, answered?.text]);
}

customElements.define("hh-chat-log", ChatLog);
