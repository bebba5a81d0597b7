// @ts-check
import { Element } from "../design/element.js";
import { contentOf } from "./content.js";

/** Text of people, rendered; set anew only when it changed. */
export class MarkdownText extends Element {
  static properties = { text: { attribute: false } };

  constructor() {
    super();
    this.text = "";
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has("text")) return;
    this.classList.add("prose");
    this.dir = "auto";
    this.replaceChildren(contentOf(this.text));
  }
}

customElements.define("hh-markdown", MarkdownText);
