// @ts-check
/** @import { Author } from "../live/types.js" */
import { html, nothing } from "lit";
import { drafts } from "../app/services.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { toastProblem } from "../design/toast.js";
import { fit } from "./fit.js";
import { plain } from "../markdown/markdown.js";
import { insert, markByKey } from "./marks.js";
import { nameOf } from "./names.js";
import { Suggestions } from "./suggestions.js";
import { text } from "./text.js";

/** In code points, as the server counts. */
const LONGEST = 10_000;
const NEAR = 500;

/** Where one writes. Enter sends, Shift+Enter breaks the line, the arrow up edits what one said last. */
export class Composer extends Element {
  static properties = { channel: {}, reply: { attribute: false }, people: { attribute: false }, lookup: { attribute: false }, length: { state: true }, focused: { state: true } };

  constructor() {
    super();
    this.channel = "";
    /** @type {import("./messages.js").Message | undefined} */
    this.reply = undefined;
    /** Whom one may name. @type {() => Author[]} */
    this.people = () => [];
    /** Finds more of them. @type {((query: string) => Promise<Author[]>) | undefined} */
    this.lookup = undefined;
    this.length = 0;
    this.focused = false;
    this.suggestions = new Suggestions(this, () => this.box, { people: () => this.people(), lookup: () => this.lookup, changed: () => this.#changed() });
  }

  get box() {
    return /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
  }

  firstUpdated() {
    this.box.value = drafts.of(this.channel) ?? "";
    this.#changed();
  }

  render() {
    const over = this.length > LONGEST;
    return html`<form class="composer" @submit=${this.#send}>
      ${this.suggestions.render()}
      ${this.#reply()}
      <div class="composer__row">
        <textarea class="input" rows="1" dir="auto" placeholder=${text.write} aria-label=${text.message} aria-autocomplete="list" aria-haspopup="listbox" aria-invalid=${over}
          @input=${this.#typed} @keydown=${this.#key} @click=${() => this.suggestions.look()} @focus=${() => (this.focused = true)} @blur=${this.#left}></textarea>
        <button class="button button--quiet button--icon" type="button" aria-label=${text.emoji} title=${text.emoji} @click=${this.#emoji}><hh-icon name="smile"></hh-icon></button>
        <button class="button button--primary button--icon" aria-label=${text.send} title=${text.send} ?disabled=${this.length === 0 || over}><hh-icon name="send"></hh-icon></button>
      </div>
      <p class="composer__hint faint">${this.length > LONGEST - NEAR ? html`<span class="numbers ${over ? "composer__over" : ""}" role="status">${text.left10k(LONGEST - this.length)}</span>` : this.focused ? html`<span>${text.format}</span><span>${text.formatHint}</span>` : nothing}</p>
    </form>`;
  }

  #reply() {
    const { reply } = this;
    if (!reply) return nothing;
    return html`<div class="composer__reply"><hh-icon name="corner-up-left"></hh-icon><span class="grow" dir="auto">${text.replyingTo(nameOf(reply.author))} <span class="faint">${plain(reply.text ?? "")}</span></span>
      <button class="button button--quiet button--icon button--small" type="button" aria-label=${text.noReply} @click=${() => this.emit("unreply")}><hh-icon name="x"></hh-icon></button></div>`;
  }

  #typed() {
    this.#changed();
    this.suggestions.look();
    if (this.length > 0) this.emit("typing");
  }

  #changed() {
    const said = this.box.value;
    this.length = said.length > LONGEST - NEAR ? [...said.trim()].length : said.trim().length;
    drafts.keep(this.channel, said.trim() ? said : null);
    fit(this.box);
  }

  #left() {
    this.focused = false;
    this.suggestions.close();
  }

  async #emoji() {
    const picker = await import("./emoji-picker.js").catch(toastProblem);
    if (!picker) return;
    const emoji = await picker.pickEmoji(this.box);
    this.box.focus();
    if (emoji) insert(this.box, emoji);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.suggestions.key(event) || markByKey(this.box, event)) return;
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
    const said = this.box.value.trim();
    if (!said || [...said].length > LONGEST) return;
    this.box.value = "";
    this.suggestions.close();
    this.#changed();
    this.emit("written", said);
    this.box.focus();
  }
}

customElements.define("hh-composer", Composer);
