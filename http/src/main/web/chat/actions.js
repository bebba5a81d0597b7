// @ts-check
/** @import { Message } from "./messages.js" */
/** @import { Room } from "./room.js" */
import { session } from "../app/services.js";
import { copy } from "../design/copy.js";
import { toast, toastProblem } from "../design/toast.js";
import { later, undoable } from "../design/undo.js";
import { text } from "./text.js";

/**
 * What one may do with a message: the same by button, by key and in the sheet.
 * @typedef {{name: string, icon: string, key: string, title: string, danger?: boolean}} Action
 */

/** The reactions at hand. */
export const QUICK = ["👍", "❤️", "😂", "🎉", "👀", "🙏"];

/** @param {Message} message @param {{writable: boolean, moderator: boolean}} rights @returns {Action[]} */
export function actionsOf(message, { writable, moderator }) {
  if (message.text === null) return [];
  const mine = message.author.id === session.user?.id;
  const all = [
    writable && { name: "react", icon: "smile-plus", key: "+", title: text.react },
    writable && { name: "reply", icon: "corner-up-left", key: "r", title: text.reply },
    writable && mine && { name: "edit", icon: "pencil", key: "e", title: text.edit },
    writable && moderator && { name: "pin", icon: "pin", key: "p", title: message.pinned ? text.unpin : text.pin },
    { name: "copy", icon: "copy", key: "c", title: text.copyText },
    { name: "link", icon: "link", key: "l", title: text.copyLink },
    writable && (mine || moderator) && { name: "remove", icon: "trash-2", key: "Delete", title: text.remove, danger: true },
  ];
  return /** @type {Action[]} */ (all.filter(Boolean));
}

/** The action that a key stands for. @param {Action[]} actions @param {string} key */
export const actionOf = (actions, key) => actions.find((it) => it.key === key || (key === "Backspace" && it.key === "Delete"));

/** Gone a moment later; until then it can be undone. @param {Room} room @param {Message} message */
export function remove(room, message) {
  if (room.leaving.has(message.id)) return;
  room.leaves(message.id, true);
  later(text.deleting, () => room.remove(message.id), () => room.leaves(message.id, false));
}

/** @param {Room} room @param {Message} message */
export function pin(room, message) {
  const pinned = !message.pinned;
  const done = () => undoable(pinned ? text.pinned : text.unpinned, () => room.pin(message.id, !pinned));
  room.pin(message.id, pinned).then(done, toastProblem);
}

/** @param {Room} room @param {Message} message @param {string} emoji */
export function react(room, message, emoji) {
  room.react(message.id, emoji).catch(toastProblem);
}

/** @param {Room} room @param {Message} message @param {string} now @param {() => void} again told where it was refused: what was written is there for another try */
export function edit(room, message, now, again) {
  if (now && now !== (room.edits.get(message.id) ?? message.text)) room.edit(message.id, now).catch((error) => (toastProblem(error), again()));
}

/** @param {string} what @param {string} said */
export async function copyAndSay(what, said) {
  if (await copy(what)) toast(said, { kind: "good" });
}

/** @param {Message} message */
export const linkTo = (message) => `${location.origin}${location.pathname}#m-${message.id}`;
