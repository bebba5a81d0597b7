// @ts-check
import { html, nothing } from "lit";
import { problemOf } from "../api/problem.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { toastProblem } from "../design/toast.js";
import "./chat-bar.js";
import "./chat-log.js";
import "./composer.js";
import { markFound } from "./find-marks.js";
import { Names, nameOf } from "./names.js";
import { holdRoom } from "./room.js";
import "./search-bar.js";
import { text } from "./text.js";

/** A whole chat: the log, who types, and where one writes. */
export class Chat extends Element {
  static properties = { channel: {}, people: { attribute: false }, lookup: { attribute: false }, moderator: { type: Boolean }, closedText: {}, replyTo: { state: true }, searching: { state: true }, foundId: { state: true } };

  constructor() {
    super();
    this.channel = "";
    /** Whom one knows here already. @type {import("../live/types.js").Author[]} */
    this.people = [];
    /** Finds others that may be named. @type {((query: string) => Promise<import("../live/types.js").Author[]>) | undefined} */
    this.lookup = undefined;
    /** May pin, and delete what others wrote. */
    this.moderator = false;
    this.closedText = text.readOnly;
    /** @type {string | null} */
    this.replyTo = null;
    this.searching = false;
    this.foundId = "";
    this.query = "";
    this.mentionable = () => [...this.people, ...(this.room?.authors ?? [])].filter((it) => it.id !== session.user?.id);
  }

  connectedCallback() {
    super.connectedCallback();
    const { model, release } = holdRoom(this.channel);
    this.room = model;
    this.names = new Names(() => this.requestUpdate());
    this.until(release);
    this.watch(model.changed);
    /** Where one had read to when one came: the line is drawn there. */
    this.readBefore = model.subscribed ? model.read : null;
    this.hears(document, "keydown", (event) => this.#key(event));
    this.hears(window, "hashchange", () => location.hash.startsWith("#m-") && void this.log?.show(location.hash.slice(3)));
  }

  get log() {
    return /** @type {import("./chat-log.js").ChatLog | null} */ (this.querySelector("hh-chat-log"));
  }

  willUpdate() {
    if (this.room?.subscribed && this.readBefore === null) this.readBefore = this.room.read;
    for (const person of this.people) this.names?.know(person);
  }

  updated() {
    const { log } = this;
    if (log && (this.searching || this.query)) void log.updateComplete.then(() => markFound(log, this.query));
  }

  render() {
    const { room, names } = this;
    if (!room || !names) return nothing;
    if (room.refusal) return empty("message-circle", text.closed, room.refusal.code === "unavailable" ? problemOf(room.refusal).message : nothing);
    if (!room.subscribed) return html`<div class="chat__loading">${skeleton(8)}</div>`;
    return html`
      ${this.searching
        ? html`<hh-chat-search .room=${room} .version=${room.changed.value} @found=${this.#found} @searched=${this.#searched}></hh-chat-search>`
        : html`<hh-chat-bar .room=${room} .version=${room.changed.value} @search=${() => (this.searching = true)} @help=${this.#help} @show=${(/** @type {CustomEvent} */ event) => this.log?.show(event.detail)}></hh-chat-bar>`}
      <hh-chat-log
        .room=${room} .version=${room.changed.value} .names=${names} .namesVersion=${names.version} .foundId=${this.foundId}
        .readBefore=${this.readBefore ?? 0} ?moderator=${this.moderator}
        @reply=${(/** @type {CustomEvent} */ event) => this.#reply(event.detail)} @leave=${this.#toComposer} @help=${this.#help}
      ></hh-chat-log>
      <p class="chat__typing faint" aria-live="off">${this.#typing()}</p>
      ${failure(this.problem)}
      ${room.canWrite ? this.#composer(room) : html`<p class="notice chat__closed">${this.closedText}</p>`}
    `;
  }

  /** @param {import("./room.js").Room} room */
  #composer(room) {
    const reply = this.replyTo ? room.messages.byId.get(this.replyTo) : undefined;
    return html`<hh-composer
      .channel=${this.channel} .reply=${reply} .people=${this.mentionable} .lookup=${this.lookup}
      @written=${(/** @type {CustomEvent} */ event) => this.#write(event.detail)}
      @typing=${() => room.types()}
      @unreply=${() => (this.replyTo = null)}
      @edit-last=${() => this.log?.editLast()}
    ></hh-composer>`;
  }

  #typing() {
    const typing = [...(this.room?.typing.keys() ?? [])].map((id) => nameOf(this.names?.of(id)).split(" ")[0]);
    if (typing.length === 0) return nothing;
    return html`<span class="chat__dots" aria-hidden="true"><i></i><i></i><i></i></span>${typing.length > 3 ? text.manyTyping : text.typing(typing)}`;
  }

  /** @param {string} said */
  #write(said) {
    const me = session.user;
    if (!me || !this.room) return;
    this.room.post(me, said, this.replyTo ?? undefined);
    this.replyTo = null;
    this.log?.toEnd();
  }

  /** @param {string} messageId */
  #reply(messageId) {
    this.replyTo = messageId;
    this.#toComposer();
  }

  #toComposer() {
    /** @type {HTMLElement | null} */ (this.querySelector("hh-composer textarea"))?.focus();
  }

  async #help() {
    await import("./help.js").then(({ openHelp }) => openHelp(), toastProblem);
  }

  /** Ctrl+F searches here; once more, in the browser's own way. @param {KeyboardEvent} event */
  #key(event) {
    const here = this.contains(document.activeElement) || document.activeElement === document.body;
    if (event.key.toLowerCase() !== "f" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || this.searching || !here || !this.log) return;
    event.preventDefault();
    this.searching = true;
  }

  /** @param {CustomEvent<{id: string, query: string}>} event */
  #found({ detail: { id, query } }) {
    this.foundId = id;
    this.query = query;
    if (id) this.log?.list.show(id, 0.4);
    this.requestUpdate();
  }

  #searched() {
    this.searching = false;
    this.foundId = "";
    this.query = "";
    if (this.log) markFound(this.log, "");
    this.#toComposer();
  }
}

customElements.define("hh-chat", Chat);
