// @ts-check
import { html, nothing } from "lit";
import { session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { toast } from "../design/toast.js";
import { clockOf, momentOf } from "../design/time.js";
import { plain } from "./markdown.js";
import "./markdown-text.js";

const QUICK = ["👍", "❤️", "😂", "🎉", "👀", "🙏"];

/** One message, with what one may do to it. */
export class ChatMessage extends Element {
  static properties = {
    message: { attribute: false },
    look: { attribute: false },
    answered: { attribute: false },
    starts: { attribute: false },
    editing: { attribute: false },
    writable: { attribute: false },
    moderator: { attribute: false },
    picking: { state: true },
    asking: { state: true },
  };

  constructor() {
    super();
    /** @type {import("./messages.js").Message} */
    this.message = /** @type {any} */ (undefined);
    this.look = "";
    /** @type {import("./messages.js").Message | undefined} */
    this.answered = undefined;
    this.starts = true;
    this.editing = false;
    this.writable = false;
    this.moderator = false;
    this.picking = false;
    this.asking = false;
    /** @type {import("./room.js").Room} */
    this.room = /** @type {any} */ (undefined);
    /** @type {import("./names.js").Names} */
    this.names = /** @type {any} */ (undefined);
  }

  get mine() {
    return this.message.author.id === session.user?.id;
  }

  render() {
    const { message, starts } = this;
    const { author, at } = message;
    const time = html`<time class="message__time faint" datetime=${at} title=${momentOf(at)}>${clockOf(at)}</time>`;
    return html`<article class="message ${starts ? "message--starts" : ""} ${message.pinned ? "message--pinned" : ""}" tabindex="-1" aria-label=${`${author.fullName}, ${clockOf(at)}`} id=${`m-${message.id}`}>
      <div class="message__side">${starts ? avatar(author) : time}</div>
      <div class="message__main">
        ${this.#reply()}
        ${starts ? html`<div class="message__who"><strong>${author.fullName}</strong>${time}${message.pinned ? html`<hh-icon name="pin" label="Pinned"></hh-icon>` : nothing}</div>` : nothing}
        ${this.editing ? this.#editor() : this.#text()}
        ${this.#reactions()}
      </div>
      ${message.text !== null && this.writable && !this.editing ? this.#tools() : nothing}
    </article>`;
  }

  #reply() {
    if (!this.message.replyTo) return nothing;
    const { answered } = this;
    const text = answered ? (answered.text === null ? "deleted message" : plain(answered.text)) : "an earlier message";
    return html`<a class="message__reply" href=${`#m-${this.message.replyTo}`} @click=${this.#show}>
      <hh-icon name="corner-up-left"></hh-icon><span>${answered ? html`<b>${answered.author.fullName}</b> ` : nothing}${text}</span>
    </a>`;
  }

  /** @param {Event} event */
  #show(event) {
    event.preventDefault();
    document.getElementById(`m-${this.message.replyTo}`)?.scrollIntoView({ block: "center", behavior: "smooth" });
  }

  #text() {
    const { message } = this;
    if (message.text === null) return html`<p class="message__deleted faint">This message was deleted.</p>`;
    return html`<hh-markdown .text=${message.text} .mentions=${message.mentions.length > 0}></hh-markdown>
      ${message.attachments.map(({ title, url }) => /^https?:/.test(url) ? html`<a class="message__attachment" href=${url} target="_blank" rel="noopener nofollow"><hh-icon name="link"></hh-icon>${title}</a>` : nothing)}
      ${message.edited ? html`<span class="faint">edited</span>` : nothing}`;
  }

  #editor() {
    return html`<form class="message__editor" @submit=${this.#save} @keydown=${this.#editKey}>
      <textarea class="input" name="text" rows="3" maxlength="10000" aria-label="Edit message" .value=${this.message.text ?? ""}></textarea>
      <div class="row"><button class="button button--small button--primary">Save</button><button class="button button--small" type="button" @click=${() => this.emit("edited")}>Cancel</button></div>
    </form>`;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (changed.has("editing") && this.editing) this.querySelector("textarea")?.focus();
  }

  /** @param {KeyboardEvent} event */
  #editKey(event) {
    if (event.key === "Escape") this.emit("edited");
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
  }

  /** @param {SubmitEvent} event */
  #save(event) {
    event.preventDefault();
    const text = String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get("text")).trim();
    this.emit("edited");
    if (text && text !== this.message.text) this.#do(this.room.edit(this.message.id, text));
  }

  #reactions() {
    const me = session.user?.id ?? "";
    if (this.message.reactions.size === 0) return nothing;
    return html`<div class="message__reactions">
      ${[...this.message.reactions].map(([emoji, users]) => html`<button
        class="reaction ${users.has(me) ? "reaction--mine" : ""}" aria-pressed=${users.has(me)} ?disabled=${!this.writable}
        title=${[...users].map((id) => this.names.of(id).fullName).join(", ")} aria-label=${`${emoji}, ${users.size}`}
        @click=${() => this.#react(emoji)}
      >${emoji} <span class="numbers">${users.size}</span></button>`)}
    </div>`;
  }

  #tools() {
    const { pinned } = this.message;
    return html`<div class="message__tools ${this.picking || this.asking ? "message__tools--open" : ""}" role="toolbar" aria-label="Message actions">
      ${this.asking ? this.#sure() : this.picking ? QUICK.map((emoji) => html`<button class="message__tool" @click=${() => this.#react(emoji)}>${emoji}</button>`) : nothing}
      ${this.asking ? nothing : html`
        <button class="message__tool" aria-label="React" aria-expanded=${this.picking} @click=${() => (this.picking = !this.picking)}><hh-icon name="smile"></hh-icon></button>
        <button class="message__tool" aria-label="Reply" @click=${() => this.emit("reply", this.message.id)}><hh-icon name="corner-up-left"></hh-icon></button>
        ${this.moderator ? html`<button class="message__tool" aria-label=${pinned ? "Unpin" : "Pin"} @click=${() => this.#do(this.room.pin(this.message.id, !pinned))}><hh-icon name="pin"></hh-icon></button>` : nothing}
        ${this.mine ? html`<button class="message__tool" aria-label="Edit" @click=${() => this.emit("edit")}><hh-icon name="pencil"></hh-icon></button>` : nothing}
        ${this.mine || this.moderator ? html`<button class="message__tool" aria-label="Delete" @click=${() => (this.asking = true)}><hh-icon name="trash-2"></hh-icon></button>` : nothing}`}
    </div>`;
  }

  #sure() {
    return html`<span class="message__ask">Delete for everyone?</span>
      <button class="button button--small button--danger" @click=${this.#remove}>Delete</button>
      <button class="button button--small" @click=${() => (this.asking = false)}>Keep</button>`;
  }

  #remove() {
    this.asking = false;
    this.#do(this.room.remove(this.message.id));
  }

  /** @param {string} emoji */
  #react(emoji) {
    this.picking = false;
    this.#do(this.room.react(this.message.id, emoji));
  }

  /** @param {Promise<any>} command */
  #do(command) {
    command.catch((refusal) => toast(refusal.message || "That did not work.", { kind: "bad" }));
  }
}

customElements.define("hh-message", ChatMessage);
