// @ts-check
/** @import { ChatLog } from "./chat-log.js" */
/** @import { Message } from "./messages.js" */
import { html, nothing } from "lit";
import "../design/icon.js";
import { QUICK, actionsOf } from "./actions.js";
import { text } from "./text.js";

const NEAREST = 3;

/** The buttons at a message that one points at, or that has the focus. @param {Message} message @param {ChatLog} log */
export function toolbar(message, log) {
  const actions = actionsOf(message, log.rights);
  if (actions.length === 0) return nothing;
  return html`<div class="message__tools" role="toolbar" aria-label=${text.actions}>
    ${log.rights.writable ? QUICK.slice(0, NEAREST).map((emoji) => html`<button class="message__tool message__tool--quick" data-react=${emoji} aria-label=${text.reactWith(emoji)}>${emoji}</button>`) : nothing}
    ${actions.map(({ name, icon, title, key }) => html`<button class="message__tool" data-do=${name} aria-label=${title} title=${`${title} (${key})`} aria-keyshortcuts=${key}><hh-icon name=${icon}></hh-icon></button>`)}
  </div>`;
}
