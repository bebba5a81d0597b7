// @ts-check
import { html, nothing } from "lit";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { toastProblem } from "../design/toast.js";
import "./chat-log.js";
import "./composer.js";
import { Names } from "./names.js";
import { holdRoom } from "./room.js";

/** A whole chat: the log, who types, and where one writes. */
export class Chat extends Element {
  static properties = { channel: {}, people: { attribute: false }, moderator: { type: Boolean }, replyTo: { state: true }, closedText: {} };

  constructor() {
    super();
    this.channel = "";
    /** Whom one knows here already. @type {import("../live/types.js").Author[]} */
    this.people = [];
    /** May pin, and delete what others wrote. */
    this.moderator = false;
    /** @type {string | null} */
    this.replyTo = null;
    this.closedText = "You can read this chat, but not write in it.";
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdRoom(this.channel);
    this.room = model;
    this.names = new Names(() => this.requestUpdate());
    this.until(release);
    this.until(model.changed.watch(() => this.requestUpdate()));
    /** Where one had read to when one came: the line is drawn there. */
    this.readBefore = model.subscribed ? model.read : null;
  }

  willUpdate() {
    if (this.room?.subscribed && this.readBefore === null) this.readBefore = this.room.read;
    for (const person of this.people) this.names?.know(person);
  }

  render() {
    const room = this.room;
    const names = this.names;
    if (!room || !names) return nothing;
    if (room.refusal) return empty("message-circle", "This chat is not open to you", room.refusal.code === "unavailable" ? room.refusal.message : nothing);
    if (!room.subscribed) return html`<div class="chat__loading">${skeleton(8)}</div>`;
    const reply = this.replyTo ? room.messages.byId.get(this.replyTo) : undefined;
    return html`
      <hh-chat-log
        .room=${room} .version=${room.changed.value} .names=${names} .namesVersion=${names.version}
        .readBefore=${this.readBefore ?? 0} ?moderator=${this.moderator}
        @reply=${(/** @type {CustomEvent} */ event) => this.#reply(event.detail)}
      ></hh-chat-log>
      <p class="chat__typing faint" aria-live="off">${this.#typing()}</p>
      ${failure(this.problem)}
      ${room.canWrite
        ? html`<hh-composer
            .reply=${reply}
            @written=${(/** @type {CustomEvent} */ event) => this.#write(event.detail)}
            @typing=${() => room.types()}
            @unreply=${() => (this.replyTo = null)}
            @edit-last=${() => this.#editLast()}
          ></hh-composer>`
        : html`<p class="notice chat__closed">${this.closedText}</p>`}
    `;
  }

  #typing() {
    const names = [...(this.room?.typing.keys() ?? [])].map((id) => this.names?.of(id).fullName.split(" ")[0]);
    if (names.length === 0) return nothing;
    if (names.length > 3) return "Several people are typing…";
    return `${new Intl.ListFormat(undefined).format(/** @type {string[]} */ (names))} ${names.length === 1 ? "is" : "are"} typing…`;
  }

  /** @param {string} text */
  #write(text) {
    const me = session.user;
    if (!me || !this.room) return;
    this.room.post(me, text, this.replyTo ?? undefined);
    this.replyTo = null;
    this.#log()?.toEnd();
  }

  /** @param {string} messageId */
  #reply(messageId) {
    this.replyTo = messageId;
    /** @type {HTMLElement | null} */ (this.querySelector("hh-composer textarea"))?.focus();
  }

  #editLast() {
    try {
      this.#log()?.editLast();
    } catch (error) {
      toastProblem(error);
    }
  }

  #log() {
    return /** @type {import("./chat-log.js").ChatLog | null} */ (this.querySelector("hh-chat-log"));
  }
}

customElements.define("hh-chat", Chat);
