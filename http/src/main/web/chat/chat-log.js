// @ts-check
/** @import { Row } from "./arrange.js" */
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { toastProblem } from "../design/toast.js";
import { onEdited, onLogClick, onLogPress } from "./acting.js";
import { Announcer } from "./announcer.js";
import { Rows } from "./arrange.js";
import { History } from "./history.js";
import { reveal } from "./jump.js";
import { start, toNewest, unreadBar } from "./log-bars.js";
import { onLogKey } from "./log-keys.js";
import { messageView } from "./message.js";
import { nameOf } from "./names.js";
import "./pending-message.js";
import { onLongPress } from "./press.js";
import { Reader } from "./reader.js";
import { heightGuess } from "./row-height.js";
import { text } from "./text.js";
import { Windowed } from "./windowed.js";

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
    /** Whether what is missed, and what is unread, has changed what the bars say. */
    this.told = "";
    this.arranged = new Rows({ after: 0, to: 0, me: "" });
    this.list = new Windowed(this, { scroller: () => this.scroller, guess: heightGuess, moved: () => this.#moved() });
    this.view = (/** @type {Row} */ row) => this.#row(row);
  }

  connectedCallback() {
    super.connectedCallback();
    this.me = session.user ?? undefined;
    this.hears(document, "visibilitychange", () => document.hidden || this.#moved());
    this.until(() => (this.reader?.tell(), this.history?.stop()));
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
    this.history = new History(this.room);
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
    this.until(onLongPress(/** @type {HTMLElement} */ (this.scroller), (target) => onLogPress(this, target)));
  }

  /** After each change of what is on the screen. */
  #moved() {
    const { list, reader } = this;
    if (!reader) return;
    reader.sees(list.seen, list.atEnd);
    this.history?.look(list);
    const tell = `${list.atEnd} ${reader.missed} ${reader.behind}`;
    if (tell !== this.told) queueMicrotask(() => this.requestUpdate());
    this.told = tell;
  }

  toEnd() {
    // What lies unread above stays unread until somebody says that this is fine.
    if (!this.reader?.behind) this.reader?.catchUp();
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

  /** Back to the first that is unread, however far that is. */
  async showUnread() {
    const { room } = this;
    try {
      while (this.isConnected && room.hasOlder && room.first > this.readBefore + 1) await room.older();
    } catch (error) {
      return toastProblem(error);
    }
    // What has just come is told to the log with the next frame; it is to have its row now.
    this.requestUpdate();
    await this.updateComplete;
    // Nobody else said anything: there is nothing to go through.
    if (!this.list.show("unread", 0.2)) this.reader?.catchUp();
    this.requestUpdate();
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

  render() {
    const { room, announcer } = this;
    return html`
      ${unreadBar(this)}
      <div class="chat-log" role="log" aria-label=${text.messages} aria-live="off" aria-busy=${room.loadingOlder} tabindex="0"
        @click=${(/** @type {MouseEvent} */ event) => onLogClick(this, event)} @keydown=${(/** @type {KeyboardEvent} */ event) => onLogKey(this, event)} @edited=${(/** @type {CustomEvent} */ { detail }) => onEdited(this, detail)}
        @pointerover=${this.#pointed} @pointerleave=${() => (this.hovered = "")} @focusin=${this.#focus} @focusout=${this.#focus}>
        ${start(this)}
        ${this.list.render(this.arranged.rows, this.view)}
        <div>${repeat(room.pending.values(), (it) => it.id, (it) => html`<hh-pending-message .message=${it} .state=${it.state} .room=${room}></hh-pending-message>`)}</div>
      </div>
      <hh-announcer class="sr-only" .words=${announcer?.now()}></hh-announcer>
      ${toNewest(this)}`;
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

customElements.define("hh-chat-log", ChatLog);
