// @ts-check
import { folded } from "../i18n/folded.js";

const NAME = "chat-found";

/** Marks the words where they stand in the page, without touching it. @param {ParentNode} place @param {string} query */
export function markFound(place, query) {
  const highlights = /** @type {any} */ (globalThis.CSS)?.highlights;
  if (!highlights) return;
  const wanted = folded(query.trim());
  highlights.delete(NAME);
  if (!wanted) return;
  const ranges = [...place.querySelectorAll(".message__text")].flatMap((element) => rangesIn(element, wanted));
  highlights.set(NAME, new /** @type {any} */ (globalThis).Highlight(...ranges));
}

/** @param {globalThis.Element} element @param {string} wanted */
function rangesIn(element, wanted) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges = [];
  while (walker.nextNode()) {
    const node = /** @type {Text} */ (walker.currentNode);
    const words = folded(node.data);
    // Where folding changed the length, places would be wrong.
    if (words.length !== node.data.length) continue;
    for (let at = words.indexOf(wanted); at !== -1; at = words.indexOf(wanted, at + wanted.length)) {
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      ranges.push(range);
    }
  }
  return ranges;
}
