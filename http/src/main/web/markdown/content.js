// @ts-check
import { dressCode } from "./code-block.js";
import { rendered } from "./markdown.js";

const MENTION = /(^|[^\w@])(@\w+(?:[.-]\w+)*)/g;
const HELD = 400;

/** What was rendered lately: rows come and go while one scrolls. @type {Map<string, DocumentFragment>} */
const held = new Map();

/**
 * Text of people, ready for the page; each time new nodes.
 * @param {string} text @param {{mentions?: boolean, me?: string}} [who] whether somebody is called by name in it, and how the reader is called
 */
export function contentOf(text, { mentions = false, me = "" } = {}) {
  const content = /** @type {DocumentFragment} */ (parsed(text).cloneNode(true));
  if (mentions) markMentions(content, `@${me}`.toLowerCase());
  dressCode(content);
  return content;
}

/** @param {string} text */
function parsed(text) {
  const content = held.get(text) ?? rendered(text);
  held.delete(text);
  held.set(text, content);
  if (held.size > HELD) held.delete(/** @type {string} */ (held.keys().next().value));
  return content;
}

/** @param {DocumentFragment} content @param {string} me */
function markMentions(content, me) {
  const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const part of texts.filter((it) => !it.parentElement?.closest("code, a"))) {
    const parts = part.data.split(MENTION);
    if (parts.length > 1) part.replaceWith(...parts.map((it) => (/^@\w/.test(it) ? mention(it, me) : it)));
  }
}

/** @param {string} name @param {string} me */
function mention(name, me) {
  const span = document.createElement("span");
  span.className = name.toLowerCase() === me ? "mention mention--me" : "mention";
  span.textContent = name;
  return span;
}
