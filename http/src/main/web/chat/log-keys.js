// @ts-check
/** @import { ChatLog } from "./chat-log.js" */
import { act } from "./acting.js";
import { actionOf, actionsOf } from "./actions.js";

/** The log by keyboard: arrows go from message to message, a key does what a button does. @param {ChatLog} log @param {KeyboardEvent} event */
export function onLogKey(log, event) {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.ctrlKey || event.metaKey || event.altKey || target.closest("textarea, input, form")) return;
  if (target.closest(".message__tools") ? amongTools(event, target) : amongMessages(log, event, target)) event.preventDefault();
}

/** @param {KeyboardEvent} event @param {HTMLElement} target @returns {boolean} whether it meant something */
function amongTools(event, target) {
  const tools = [...(target.closest(".message__tools")?.querySelectorAll("button") ?? [])];
  const at = tools.indexOf(/** @type {HTMLButtonElement} */ (target));
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (step) tools.at((at + step) % tools.length)?.focus();
  else if (event.key === "Escape") target.closest("article")?.focus();
  else return false;
  return true;
}

/** @param {ChatLog} log @param {KeyboardEvent} event @param {HTMLElement} target @returns {boolean} */
function amongMessages(log, event, target) {
  const { key } = event;
  const step = { ArrowUp: -1, ArrowDown: 1 }[key];
  if (step) return walk(log, step);
  if (key === "End") return log.focusLast();
  if (key === "Escape") return log.emit("leave"), true;
  if (key === "?") return log.emit("help"), true;
  const article = target.closest("article");
  const message = article && log.room.messages.byId.get(article.dataset.id ?? "");
  if (!message || target !== article) return false;
  if (key === "Enter") return focusTools(article);
  const action = actionOf(actionsOf(message, log.rights), key);
  if (action) act(log, action.name, message, article);
  return action !== undefined;
}

/** @param {HTMLElement} article */
function focusTools(article) {
  const first = article.querySelector(/** @type {"button"} */ (".message__tools button, .message__more"));
  first?.focus();
  return first !== null;
}

/** @param {ChatLog} log @param {number} step @returns {boolean} */
function walk(log, step) {
  const { rows } = log.arranged;
  const now = rows.findIndex((row) => row.key === log.focused);
  const seen = log.list.seen.at(-1);
  let next = now === -1 ? (seen ? rows.indexOf(seen) : rows.length - 1) : now + step;
  while (rows[next] && rows[next].type !== "message") next += now === -1 ? -1 : step;
  if (rows[next]) void log.focusOn(rows[next].key);
  return true;
}
