// @ts-check
/** @import { ChatLog } from "./chat-log.js" */
/** @import { Message } from "./messages.js" */
import { copyAndSay, edit, linkTo, pin, react, remove } from "./actions.js";
import { toastProblem } from "../design/toast.js";
import { text } from "./text.js";

/* What becomes of a click, a long press and a key at a message of the log. */

/** What a button or a key stands for. @param {ChatLog} log @param {string} name @param {Message} message @param {HTMLElement} article */
export function act(log, name, message, article) {
  switch (name) {
    case "more":
      return void sheet(log, message, article);
    case "react":
      return void pick(log, message, article);
    case "reply":
      return void log.emit("reply", message.id);
    case "edit":
      return void (log.editing = message.id);
    case "pin":
      return pin(log.room, message);
    case "copy":
      return void copyAndSay(message.text ?? "", text.copied);
    case "link":
      return void copyAndSay(linkTo(message), text.linkCopied);
    case "remove":
      return remove(log.room, message);
  }
}

/** @param {ChatLog} log @param {MouseEvent} event */
export function onLogClick(log, event) {
  const target = /** @type {HTMLElement} */ (event.target).closest(/** @type {"button"} */ ("[data-do], [data-react], [data-show]"));
  const at = target && messageAt(log, target);
  if (!at) return;
  event.preventDefault();
  const { do: name, react: emoji, show } = target.dataset;
  if (show) void log.show(show);
  else if (emoji) react(log.room, at.message, emoji);
  else if (name) act(log, name, at.message, at.article);
}

/** @param {ChatLog} log @param {HTMLElement} target */
export function onLogPress(log, target) {
  const at = messageAt(log, target);
  if (at && at.message.text !== null && !target.closest("a, button, form")) void sheet(log, at.message, at.article);
}

/** The message in the editor is to read so from now on; null: as before. @param {ChatLog} log @param {string | null} now */
export function onEdited(log, now) {
  const message = log.room.messages.byId.get(log.editing);
  log.editing = "";
  if (message) log.room.refusedEdits.delete(message.id);
  // Whoever writes something else by then finds it when they edit the message again.
  if (message && now !== null) edit(log.room, message, now, () => (log.editing ||= message.id));
  log.emit("leave");
}

/** @param {ChatLog} log @param {HTMLElement} target */
function messageAt(log, target) {
  const article = target.closest("article");
  const message = log.room.messages.byId.get(article?.dataset.id ?? "");
  return article && message ? { article, message } : null;
}

/** @param {ChatLog} log @param {Message} message @param {HTMLElement} article */
async function pick(log, message, article) {
  const picker = await import("./emoji-picker.js").catch(toastProblem);
  if (!picker) return;
  const emoji = await picker.pickEmoji(article.querySelector(".message__tools") ?? article);
  if (emoji) react(log.room, message, emoji);
}

/** @param {ChatLog} log @param {Message} message @param {HTMLElement} article */
async function sheet(log, message, article) {
  const menu = await import("./message-sheet.js").catch(toastProblem);
  if (!menu) return;
  const chosen = await menu.openSheet(message, log.rights);
  if (chosen?.emoji) react(log.room, message, chosen.emoji);
  else if (chosen?.action) act(log, chosen.action, message, article);
}
