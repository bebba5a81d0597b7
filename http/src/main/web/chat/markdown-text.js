// @ts-check
import { Element } from "../design/element.js";
import { rendered } from "./markdown.js";

const MENTION = /(^|[^\w@])(@[\w.-]+)/g;

/** Text of people, rendered; set anew only when it changed. */
export class MarkdownText extends Element {
  static properties = { text: { attribute: false }, mentions: { attribute: false } };

  constructor() {
    super();
    this.text = "";
    /** Whether somebody is called by name in it. */
    this.mentions = false;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    if (!changed.has("text")) return;
    const content = rendered(this.text);
    if (this.mentions) markMentions(content);
    this.classList.add("prose");
    this.replaceChildren(content);
  }
}

/** @param {DocumentFragment} content */
function markMentions(content) {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts.filter((it) => !it.parentElement?.closest("code, a"))) {
    const parts = text.data.split(MENTION);
    if (parts.length === 1) continue;
    text.replaceWith(...parts.map((part) => (/^@[\w.-]/.test(part) ? mention(part) : part)));
  }
}

/** @param {string} name */
function mention(name) {
  const span = document.createElement("span");
  span.className = "mention";
  span.textContent = name;
  return span;
}

customElements.define("hh-markdown", MarkdownText);
