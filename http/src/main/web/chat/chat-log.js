// @ts-check
/** @import { Message } from "./messages.js" */
/** @import { Row } from "./arrange.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { clockOf } from "../design/time.js";
import { toastProblem } from "../design/toast.js";
import { copy, edit, linkTo, pin, react, remove } from "./actions.js";
import { Announcer } from "./announcer.js";
import { Rows } from "./arrange.js";
import { reveal } from "./jump.js";
import { onLogKey } from "./log-keys.js";
import { messageView } from "./message.js";
import { nameOf } from "./names.js";
import "./pending-message.js";
import { onLongPress } from "./press.js";
import { Reader } from "./reader.js";
import { text } from "./text.js";
import { Windowed } from "./windowed.js";

/** Older pages are asked for this many views before the reader is there. */
const AHEAD = 3;
const AGAIN_MS = 5000;
/** Who stays at the end that long needs no history any more. */
const TRIM_MS = 60_000;
const SHOWN_MS = 2500;

/** The messages of a room, kept where the reader is: at the end while new ones come, in place while older ones load. */
export class ChatLog extends Element {
  static properties = {
    room: { attribute: false },
    version: { attribute: false },
    names: { attribute: false },
    namesVersion: { attribute: false },
    readBefore: { attribute: false },
    moderator: { type: Boolean },
    foundId: { attribute: false },
    hovered: { state: true },
    focused: { state: true },
    editing: { state: true },
    shownId: { state: true },
    looking: { state: true },
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
    /** The message that a search stands at. */
    this.foundId = "";
    this.hovered = "";
    this.focused = "";
    this.editing = "";
    /** The message that was jumped to, for a moment. */
    this.shownId = "";
    /** Whether older pages are searched for a message. */
    this.looking = false;
    this.troubleUntil = 0;
    /** Whether what is missed, and what is unread, has changed what the bars say. */
    this.told = "";
    this.arranged = new Rows({ after: 0, to: 0, me: "" });
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.trimming = undefined;
    this.list = new Windowed(this, { scroller: () => this.scroller, guess, moved: () => this.#moved() });
    this.view = (/** @type {Row} */ row) => this.#row(row);
  }

  connectedCallback() {
    super.connectedCallback();
    this.me = session.user ?? undefined;
    const look = () => document.hidden || this.#moved();
    document.addEventListener("visibilitychange", look);
    this.until(() => document.removeEventListener("visibilitychange", look));
    this.until(() => (this.reader?.tell(), clearTimeout(this.trimming)));
  }

  get scroller() {
    return /** @type {HTMLElement | null} */ (this.querySelector(".chat-log"));
  }

  get rights() {
    return { writable: this.room.canWrite, moderator: this.moderator };
  }

  willUpdate() {
    if (!this.reader) this.#open();
    this.arranged.follow(this.room.messages.items);
  }

  /** Where one had stopped reading; at the end, where that is not held. */
  #open() {
    const me = this.me?.id ?? "";
    this.reader = new Reader(this.room, me, this.readBefore);
    this.arranged = new Rows({ after: this.readBefore, to: Math.max(this.room.head, this.room.last), me });
    this.announcer = new Announcer(this.room, me);
    this.arranged.follow(this.room.messages.items);
    const wanted = /^#m-(.+)$/.exec(location.hash)?.[1];
    this.reader.behind = this.readBefore > 0 && this.readBefore < this.room.first - 1;
    this.list.rows = this.arranged.rows;
    if (wanted) queueMicrotask(() => void this.show(wanted));
    else if (!this.reader.behind && this.arranged.line !== -1) this.list.show("unread", 0.2);
  }

  firstUpdated() {
    this.until(onLongPress(/** @type {HTMLElement} */ (this.scroller), (target) => this.#pressed(target)));
  }

  /** After each change of what is on the screen. */
  #moved() {
    const { room, list, reader } = this;
    if (!reader) return;
    reader.sees(list.seen, list.atEnd);
    if (list.atEnd) this.trimming ??= setTimeout(() => room.trim(), TRIM_MS);
    else this.#stay();
    if (list.above < AHEAD && room.hasOlder && !room.loadingOlder && performance.now() > this.troubleUntil) void this.older();
    const tell = `${list.atEnd} ${reader.missed} ${reader.behind}`;
    if (tell !== this.told) queueMicrotask(() => this.requestUpdate());
    this.told = tell;
  }

  #stay() {
    clearTimeout(this.trimming);
    this.trimming = undefined;
    this.room.atEnd = false;
  }

  async older() {
    try {
      this.#stay();
      await this.room.older();
    } catch (error) {
      this.troubleUntil = performance.now() + AGAIN_MS;
      toastProblem(error);
    }
  }

  toEnd() {
    this.reader?.catchUp();
    this.list.toEnd();
  }

  /** Brings a message into view, however far back, and marks it for a moment. @param {string} id */
  async show(id) {
    this.looking = true;
    const there = await reveal(this, id);
    this.looking = false;
    if (!there) return;
    this.shownId = id;
    setTimeout(() => (this.shownId = this.shownId === id ? "" : this.shownId), SHOWN_MS);
    await this.focusOn(id, 0.35);
  }

  /** @param {string} id @param {number} [share] where in the view it shall stand */
  async focusOn(id, share) {
    if (share !== undefined || !this.list.elementOf(id)) this.list.show(id, share ?? 0.5);
    await this.updateComplete;
    const article = this.list.elementOf(id)?.querySelector("article");
    article?.focus({ preventScroll: share !== undefined });
  }

  focusLast() {
    const last = this.arranged.rows.findLast((row) => row.type === "message");
    this.toEnd();
    if (last) void this.updateComplete.then(() => this.focusOn(last.key));
    return true;
  }

  editLast() {
    const mine = this.room.messages.items.findLast((it) => "author" in it && it.author.id === this.me?.id && it.text !== null);
    if (!mine || !("author" in mine)) return;
    this.editing = mine.id;
    if (!this.list.elementOf(mine.id)) this.list.show(mine.id, 0.5);
  }

  async #showUnread() {
    while (this.room.hasOlder && this.room.first > this.readBefore + 1) await this.room.older();
    await this.updateComplete;
    if (this.reader) this.reader.behind = false;
    this.list.show("unread", 0.2);
  }

  /** What a button or a key stands for. @param {string} name @param {Message} message @param {HTMLElement} article */
  act(name, message, article) {
    switch (name) {
      case "more":
        return void this.#sheet(message, article);
      case "react":
        return void this.#pick(message, article);
      case "reply":
        return this.emit("reply", message.id);
      case "edit":
        return void (this.editing = message.id);
      case "pin":
        return pin(this.room, message);
      case "copy":
        return void copy(message.text ?? "", text.copied);
      case "link":
        return void copy(linkTo(message), text.linkCopied);
      case "remove":
        return remove(this.room, message);
    }
  }

  /** @param {Message} message @param {HTMLElement} article */
  async #pick(message, article) {
    const { pickEmoji } = await import("./emoji-picker.js");
    const emoji = await pickEmoji(article.querySelector(".message__tools") ?? article);
    if (emoji) react(this.room, message, emoji);
  }

  /** @param {HTMLElement} target */
  #pressed(target) {
    const article = target.closest("article");
    const message = this.room.messages.byId.get(article?.dataset.id ?? "");
    if (article && message && message.text !== null && !target.closest("a, button, form")) void this.#sheet(message, article);
  }

  /** @param {Message} message @param {HTMLElement} article */
  async #sheet(message, article) {
    const { openSheet } = await import("./message-sheet.js");
    const chosen = await openSheet(message, this.rights);
    if (chosen?.emoji) react(this.room, message, chosen.emoji);
    else if (chosen?.action) this.act(chosen.action, message, article);
  }

  /** @param {MouseEvent} event */
  #clicked(event) {
    const target = /** @type {HTMLElement} */ (event.target).closest(/** @type {"button"} */ ("[data-do], [data-react], [data-show]"));
    const article = target?.closest("article");
    const message = this.room.messages.byId.get(article?.dataset.id ?? "");
    if (!target || !article || !message) return;
    event.preventDefault();
    const { do: name, react: emoji, show } = target.dataset;
    if (show) void this.show(show);
    else if (emoji) react(this.room, message, emoji);
    else if (name) this.act(name, message, article);
  }

  /** @param {PointerEvent} event */
  #pointed(event) {
    if (event.pointerType !== "mouse") return;
    this.hovered = /** @type {HTMLElement} */ (event.target).closest("article")?.dataset.id ?? "";
  }

  /** @param {FocusEvent} event */
  #focus(event) {
    const to = /** @type {HTMLElement | null} */ (event.type === "focusin" ? event.target : event.relatedTarget);
    this.focused = to?.closest("article")?.dataset.id ?? (event.type === "focusin" ? this.focused : "");
  }

  /** @param {CustomEvent} event */
  #edited({ detail }) {
    const message = this.room.messages.byId.get(this.editing);
    this.editing = "";
    if (message && detail !== null) edit(this.room, message, detail);
    this.emit("leave");
  }

  render() {
    const { room, announcer } = this;
    return html`
      ${this.#unreadBar()}
      <div class="chat-log" role="log" aria-label=${text.messages} aria-live="off" aria-busy=${room.loadingOlder} tabindex="0"
        @click=${this.#clicked} @keydown=${(/** @type {KeyboardEvent} */ event) => onLogKey(this, event)} @edited=${this.#edited}
        @pointerover=${this.#pointed} @pointerleave=${() => (this.hovered = "")} @focusin=${this.#focus} @focusout=${this.#focus}>
        ${this.#start()}
        ${this.list.render(this.arranged.rows, this.view)}
        <div>${repeat(room.pending.values(), (it) => it.id, (it) => html`<hh-pending-message .message=${it} .state=${it.state} .room=${room}></hh-pending-message>`)}</div>
      </div>
      <hh-announcer class="sr-only" .words=${announcer?.now()}></hh-announcer>
      ${this.#below()}`;
  }

  #start() {
    const { room } = this;
    if (room.loadingOlder || this.looking) return html`<div class="chat-log__start" role="status"><span class="faint chat-log__loading"><hh-icon name="loader-circle"></hh-icon>${this.looking ? text.looking : text.loadingEarlier}</span></div>`;
    if (room.hasOlder) return html`<div class="chat-log__start"><button class="button button--quiet button--small" @click=${this.older}>${text.earlier}</button></div>`;
    return html`<div class="chat-log__start"><p class="faint">${room.messages.items.length === 0 ? text.noMessages : text.beginning}</p></div>`;
  }

  #unreadBar() {
    const { reader, room } = this;
    if (!reader?.behind) return nothing;
    const first = room.messages.items[0];
    return html`<div class="chat-log__unread-bar">
      <span class="grow">${text.newSince(reader.unread, true, first ? clockOf(first.at) : "")}</span>
      <button class="button button--small" @click=${this.#showUnread}>${text.jumpToUnread}</button>
      <button class="button button--small button--quiet" @click=${() => (reader.catchUp(), this.requestUpdate())}>${text.markRead}</button>
    </div>`;
  }

  #below() {
    if (this.list.atEnd) return nothing;
    const missed = this.reader?.missed ?? 0;
    return html`<button class="button button--small chat-log__new ${missed > 0 ? "button--primary" : "chat-log__new--round"}" aria-label=${missed > 0 ? nothing : text.toNewest} title=${text.toNewest} @click=${this.toEnd}>
      <hh-icon name="arrow-down"></hh-icon>${missed > 0 ? text.newBelow(missed) : nothing}</button>`;
  }

  /** @param {Row} row */
  #row(row) {
    switch (row.type) {
      case "day":
        return html`<p class="chat-log__day" role="separator"><span>${row.text}</span></p>`;
      case "unread":
        return html`<p class="chat-log__unread" role="separator"><span>${text.newLine}</span></p>`;
      case "happening":
        return html`<p class="chat-log__happening faint">${text[row.item.kind === "member.joined" ? "joined" : "left"](nameOf(this.names.of(row.item.userId)))}</p>`;
      case "message":
        this.names.know(row.item.author);
        return messageView(row.item, row.starts, this);
    }
  }
}

/** How high a row will be, before it has been in the page. @param {Row} row */
function guess(row) {
  if (row.type !== "message") return 44;
  const words = row.item.text ?? "";
  const lines = words.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 90)), 0);
  return lines * 23 + (row.starts ? 36 : 4) + (row.item.replyTo ? 22 : 0) + (row.item.reactions.size > 0 ? 34 : 0);
}

customElements.define("hh-chat-log", ChatLog);
