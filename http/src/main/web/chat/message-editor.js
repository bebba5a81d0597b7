// @ts-check
import { html } from "lit";
import { Element } from "../design/element.js";
import { fit } from "./fit.js";
import { text } from "./text.js";

/** Where one changes what one said. Tells `edited` with the new text, or with null where it stays. */
export class MessageEditor extends Element {
  static properties = { text: { attribute: false } };

  constructor() {
    super();
    this.text = "";
  }

  firstUpdated() {
    const box = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    box.value = this.text;
    box.focus();
    box.setSelectionRange(box.value.length, box.value.length);
    fit(box);
  }

  render() {
    return html`<form class="message__editor" @submit=${this.#save} @keydown=${this.#key}>
      <textarea class="input" rows="1" dir="auto" aria-label=${text.editMessage} @input=${(/** @type {any} */ event) => fit(event.target)}></textarea>
      <div class="row">
        <button class="button button--small button--primary">${text.save}</button>
        <button class="button button--small" type="button" @click=${() => this.emit("edited", null)}>${text.cancel}</button>
        <span class="faint message__hint">${text.editHint}</span>
      </div>
    </form>`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    event.stopPropagation();
    if (event.key === "Escape") this.emit("edited", null);
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.target instanceof HTMLButtonElement) return;
    event.preventDefault();
    /** @type {HTMLFormElement} */ (event.currentTarget).requestSubmit();
  }

  /** @param {SubmitEvent} event */
  #save(event) {
    event.preventDefault();
    const box = /** @type {HTMLTextAreaElement} */ (this.querySelector("textarea"));
    this.emit("edited", box.value.trim());
  }
}

customElements.define("hh-message-editor", MessageEditor);
