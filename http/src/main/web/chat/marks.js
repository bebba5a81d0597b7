// @ts-check
/** Ctrl or ⌘ with a letter puts a mark around what is selected. @type {Record<string, string>} */
const MARKS = { b: "**", i: "_", e: "`", k: "link" };

/** @param {HTMLTextAreaElement} box @param {KeyboardEvent} event @returns {boolean} whether it was such a key */
export function markByKey(box, event) {
  const mark = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey ? MARKS[event.key.toLowerCase()] : undefined;
  if (!mark) return false;
  event.preventDefault();
  const { selectionStart: from, selectionEnd: to, value } = box;
  const { text, start, end } = mark === "link" ? linked(value.slice(from, to)) : marked(value, from, to, mark);
  insert(box, text);
  box.setSelectionRange(from + start, from + end);
  return true;
}

/** @param {string} value @param {number} from @param {number} to @param {string} mark */
function marked(value, from, to, mark) {
  const inside = value.slice(from, to);
  const size = mark.length;
  const has = inside.length > 2 * size && inside.startsWith(mark) && inside.endsWith(mark);
  const text = has ? inside.slice(size, -size) : mark + inside + mark;
  return has ? { text, start: 0, end: text.length } : { text, start: size, end: size + inside.length };
}

/** @param {string} inside */
function linked(inside) {
  const address = /^https?:\/\//.test(inside);
  const text = address ? `[](${inside})` : `[${inside}](https://)`;
  return address ? { text, start: 1, end: 1 } : { text, start: text.length - 9, end: text.length - 1 };
}

/** As if typed, so that it can be undone by key. @param {HTMLTextAreaElement} box @param {string} text */
export function insert(box, text) {
  box.focus();
  if (!document.execCommand("insertText", false, text)) {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
