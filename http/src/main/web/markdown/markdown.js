// @ts-check
import { Marked } from "marked";

/*
 * Text of people becomes elements here and nowhere else: marked says what it means, and each meaning has its element below. No
 * text is ever read as HTML, so there is nothing to sanitize; raw HTML is shown as what it is, text, and pictures become links,
 * because loading one would tell its server who reads.
 */

/** @typedef {import("marked").Token} Token */
/** @typedef {import("marked").MarkedToken} MarkedToken */
/** @typedef {(Node | string)[]} Nodes */
/** @template {string} T @typedef {Extract<MarkedToken, {type: T}>} Of */

/** Only what says the language of a block of code. */
const LANGUAGE = /^[\w+#-]{1,20}/;
const LINKS = /^(?:https?:|mailto:|\/(?![/\\])|#)/i;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/gi;
/** @type {Record<string, string>} */
const NAMED = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };
const LAST_CODE_POINT = 0x10ffff;
/** What lies deeper is shown as it was typed: nobody reads it, and pages of boxes in boxes stop a browser. */
const DEEPEST = 10;

const marked = new Marked({ gfm: true, breaks: true });

/** What an element is made of, by what marked calls it. Blocks end with a new line, so that words stay apart where only they are shown. */
const SHOWN = /** @type {{[T in MarkedToken["type"]]?: (token: Of<T>) => Nodes}} */ ({
  space: () => [],
  def: () => [],
  heading: ({ depth, tokens }) => block(depth === 1 ? "h3" : "h4", shown(tokens)),
  paragraph: ({ tokens }) => block("p", shown(tokens)),
  blockquote: ({ tokens }) => block("blockquote", ["\n", ...shown(tokens, true)]),
  hr: () => block("hr", []),
  code: ({ text, lang }) => block("pre", [code(text, LANGUAGE.exec(lang ?? "")?.[0])]),
  list: ({ ordered, start, items, loose }) => {
    const list = element(ordered ? "ol" : "ul", ["\n", ...items.flatMap((item) => listItem(item, loose))]);
    if (ordered && start !== 1) list.setAttribute("start", String(start));
    return [list, "\n"];
  },
  table: ({ header, rows }) =>
    block("table", [element("thead", [row("th", header)]), ...(rows.length > 0 ? [element("tbody", rows.map((cells) => row("td", cells)))] : [])]),
  html: ({ text }) => [text],
  text: (token) => ("tokens" in token && token.tokens ? shown(token.tokens) : [decoded(token.text)]),
  escape: ({ text }) => [text],
  strong: ({ tokens }) => [element("strong", shown(tokens))],
  em: ({ tokens }) => [element("em", shown(tokens))],
  del: ({ tokens }) => [element("del", shown(tokens))],
  codespan: ({ text }) => [element("code", [text])],
  br: () => [element("br", [])],
  link: ({ href, tokens }) => link(href, shown(tokens)),
  image: ({ href, text }) => link(href, [decoded(text) || href]),
});

let depth = 0;

/** @param {string} text @returns {DocumentFragment} */
export function rendered(text) {
  const fragment = document.createDocumentFragment();
  fragment.append(...shown(tokensOf(text), true));
  return fragment;
}

/** @param {string} text @returns {Token[]} */
function tokensOf(text) {
  try {
    return marked.lexer(text);
  } catch {
    // Nested deeper than there is stack.
    return [{ type: "text", raw: text, text }];
  }
}

/** The words alone, for where there is little room. @param {string} text */
export function plain(text) {
  const fragment = rendered(text ?? "");
  for (const br of fragment.querySelectorAll("br")) br.replaceWith(" ");
  return (fragment.textContent ?? "").replace(/\s+/g, " ").trim();
}

/** @param {Token[]} tokens @param {boolean} [loose] whether text by itself is a paragraph here @returns {Nodes} */
function shown(tokens, loose = false) {
  if (depth === DEEPEST) return tokens.map(({ raw }) => raw);
  depth++;
  try {
    return tokens.flatMap((token) => {
      const show = /** @type {((token: Token) => Nodes) | undefined} */ (SHOWN[/** @type {MarkedToken} */ (token).type]);
      const nodes = show ? show(token) : [token.raw];
      return loose && token.type === "text" ? block("p", nodes) : nodes;
    });
  } finally {
    depth--;
  }
}

/** @param {import("marked").Tokens.ListItem} item @param {boolean} loose */
function listItem({ task, checked, tokens }, loose) {
  return block("li", [...(task ? [checked ? "☑ " : "☐ "] : []), ...shown(tokens, loose)]);
}

/** @param {"th" | "td"} tag @param {import("marked").Tokens.TableCell[]} cells */
function row(tag, cells) {
  return element("tr", cells.flatMap(({ tokens }) => block(tag, shown(tokens))));
}

/** @param {string} text @param {string | undefined} language */
function code(text, language) {
  const it = element("code", [text.replace(/\n$/, "") + "\n"]);
  if (language) it.className = `language-${language}`;
  return it;
}

/** A link, where it leads to a place that it may lead to. @param {string} href @param {Nodes} inside @returns {Nodes} */
function link(href, inside) {
  const address = clean(href);
  if (!LINKS.test(address)) return inside;
  const it = element("a", inside);
  it.setAttribute("href", address);
  it.setAttribute("rel", "noopener nofollow");
  if (/^https?:/i.test(address)) it.setAttribute("target", "_blank");
  return [it];
}

/** Without what a browser would drop or turn around: spaces, control characters, backslashes. @param {string} href */
function clean(href) {
  try {
    return encodeURI(decoded(href)).replace(/%25/g, "%");
  } catch {
    return "";
  }
}

/** @param {string} text */
function decoded(text) {
  return text.replace(ENTITY, (whole, decimal, hex, name) => {
    if (name) return NAMED[name.toLowerCase()];
    const point = decimal ? Number(decimal) : parseInt(hex, 16);
    return point > 0 && point <= LAST_CODE_POINT ? String.fromCodePoint(point) : whole;
  });
}

/** @param {string} tag @param {Nodes} inside @returns {Nodes} */
function block(tag, inside) {
  return [element(tag, inside), "\n"];
}

/** @param {string} tag @param {Nodes} inside */
function element(tag, inside) {
  const it = document.createElement(tag);
  it.append(...inside);
  return it;
}
