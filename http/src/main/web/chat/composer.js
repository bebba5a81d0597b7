// @ts-check
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { plain } from "./markdown.js";

const LONGEST = 10_000;

/** Where one writes. Enter sends, Shift+Enter breaks the line, the arrow up edits what one said last. */
export class Composer extends Element {
  static properties = { reply: { attribute: false }, length: { state: true } };

  constructor() {
    super();
    /** @type {import("./messages.js").Message | undefined} */
    this.reply = undefined;
    this.length = 0;
  }

  get box() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
  }

  render() {
    return html`<form class="composer" @submit=${this.#send}>
      ${this.reply
        ? html`<div class="composer__reply"><hh-icon name="corner-up-left"></hh-icon><span class="grow">Replying to <b>${this.reply.author.fullName}</b> ${plain(this.reply.text ?? "")}</span>
            <button class="button button--quiet button--icon button--small" type="button" aria-label="Do not reply" @click=${() => this.emit("unreply")}><hh-icon name="x"></hh-icon></button></div>`
        : nothing}
      <div class="composer__row">
        <textarea class="input" rows="1" maxlength=${LONGEST} placeholder="Write a message" aria-label="Message" @input=${this.#typed} @keydown=${this.#key}></textarea>
        <button class="button button--primary button--icon" aria-label="Send" ?disabled=${this.length === 0}><hh-icon name="send"></hh-icon></button>
      </div>
      ${this.length > LONGEST - 500 ? html`<p class="faint numbers">${LONGEST - this.length} characters left</p>` : nothing}
    </form>`;
  }

  #typed() {
    this.length = this.box.value.trim().length;
    this.#fit();
    if (this.length > 0) this.emit("typing");
  }

  /** As high as its text. */
  #fit() {
    const { box } = this;
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight + 2, 220)}px`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === "Escape" && this.reply) this.emit("unreply");
    if (event.key === "ArrowUp" && this.box.value === "") {
      event.preventDefault();
      this.emit("edit-last");
    }
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.querySelector("form")?.requestSubmit();
  }

  /** @param {SubmitEvent} event */
  #send(event) {
    event.preventDefault();
    const text = this.box.value.trim();
    if (!text) return;
    this.box.value = "";
    this.length = 0;
    this.#fit();
    this.emit("written", text);
    this.box.focus();
  }
}

customElements.define("hh-composer", Composer);
