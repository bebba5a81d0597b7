// @ts-check
/** @import { ChatLog } from "./chat-log.js" */
/** @import { Message } from "./messages.js" */
import { html, nothing } from "lit";
import "../design/icon.js";
import { QUICK, actionsOf } from "./actions.js";
import { text } from "./text.js";

const NEAREST = 3;
const touch = matchMedia("(hover: none)");

/**
 * The buttons at a message that one points at, or that has the focus. Where nothing hovers it is one, which opens them all.
 * @param {Message} message @param {ChatLog} log @param {{at: boolean, starts: boolean}} where `at`: one is there
 */
export function toolbar(message, log, { at, starts }) {
  const shown = touch.matches ? at || starts : at;
  const actions = shown ? actionsOf(message, log.rights) : [];
  if (actions.length === 0) return nothing;
  if (touch.matches) return html`<button class="message__more" data-do="more" aria-label=${text.actions} aria-haspopup="dialog"><hh-icon name="ellipsis"></hh-icon></button>`;
  return html`<div class="message__tools" role="toolbar" aria-label=${text.actions}>
    ${log.rights.writable ? QUICK.slice(0, NEAREST).map((emoji) => html`<button class="message__tool message__tool--quick" data-react=${emoji} aria-label=${text.reactWith(emoji)}>${emoji}</button>`) : nothing}
    ${actions.map(({ name, icon, title, key }) => html`<button class="message__tool" data-do=${name} aria-label=${title} title=${`${title} (${key})`} aria-keyshortcuts=${key}><hh-icon name=${icon}></hh-icon></button>`)}
  </div>`;
}
