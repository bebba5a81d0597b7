// @ts-check
import DOMPurify from "dompurify";
import { Marked } from "marked";

/*
 * Text of people becomes markup here and nowhere else. Raw HTML is shown as what it is, text; pictures become links, because
 * loading one would tell its server who reads; and whatever still comes out passes an allow-list.
 */
const TAGS = ["p", "br", "hr", "strong", "em", "del", "code", "pre", "blockquote", "ul", "ol", "li", "a", "h3", "h4", "table", "thead", "tbody", "tr", "th", "td"];
/** Only what says the language of a block of code. */
const LANGUAGE = /^language-[\w+#-]{1,20}$/;
const LINKS = /^(?:https?:|mailto:|\/(?!\/)|#)/i;

const marked = new Marked({
  gfm: true,
  breaks: true,
  renderer: {
    html: ({ text }) => escape(text),
    image: ({ href, text }) => `<a href="${escape(href)}">${escape(text || href)}</a>`,
    heading({ tokens, depth }) {
      const tag = depth === 1 ? "h3" : "h4";
      return `<${tag}>${this.parser.parseInline(tokens)}</${tag}>`;
    },
    checkbox: ({ checked }) => (checked ? "☑ " : "☐ "),
  },
});

DOMPurify.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName !== "A") return;
  node.setAttribute("rel", "noopener nofollow");
  if (/^https?:/i.test(node.getAttribute("href") ?? "")) node.setAttribute("target", "_blank");
});

DOMPurify.addHook("uponSanitizeAttribute", (node, attribute) => {
  if (attribute.attrName === "class") attribute.keepAttr = node.tagName === "CODE" && LANGUAGE.test(attribute.attrValue);
});

/** @param {string} text @returns {DocumentFragment} */
export function rendered(text) {
  const html = /** @type {string} */ (marked.parse(text, { async: false }));
  return DOMPurify.sanitize(html, {
    ALLOWED_TAGS: TAGS,
    ALLOWED_ATTR: ["href", "class"],
    ALLOWED_URI_REGEXP: LINKS,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  });
}

/** After these the next word is another. */
const BREAKS = "br, p, li, h3, h4, pre, blockquote, th, td";

/** The words alone, for where there is little room. @param {string} text */
export function plain(text) {
  const content = rendered(text ?? "");
  for (const it of content.querySelectorAll(BREAKS)) it.after(" ");
  return (content.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
