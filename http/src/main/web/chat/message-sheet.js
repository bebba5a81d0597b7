// @ts-check
/** @import { Message } from "./messages.js" */
import { html, nothing, render } from "lit";
import "../design/icon.js";
import { QUICK, actionsOf } from "./actions.js";
import { openDialog } from "./choice.js";
import { text } from "./text.js";

/**
 * What one may do with a message, where there is no pointer that hovers.
 * @param {Message} message @param {{writable: boolean, moderator: boolean}} rights
 * @returns {Promise<{emoji?: string, action?: string} | null>}
 */
export function openSheet(message, rights) {
  return openDialog({ kind: "message-sheet", label: text.actions }, (dialog, choose) => {
    const actions = actionsOf(message, rights);
    render(html`
      ${rights.writable ? html`<div class="message-sheet__quick">${QUICK.map((emoji) => html`<button type="button" class="message-sheet__emoji" aria-label=${text.reactWith(emoji)} @click=${() => choose({ emoji })}>${emoji}</button>`)}</div>` : nothing}
      ${actions.map(({ name, icon, title, danger }) => html`<button type="button" class="message-sheet__action ${danger ? "message-sheet__action--danger" : ""}" @click=${() => choose({ action: name })}><hh-icon name=${icon}></hh-icon>${title}</button>`)}
    `, dialog);
  });
}
