// @ts-check
/** @import { ChatLog } from "./chat-log.js" */
/** @import { Message } from "./messages.js" */
import { html, nothing } from "lit";
import "../design/icon.js";
import { nameOf } from "./names.js";
import { text } from "./text.js";

/** How people reacted; a button each. @param {Message} message @param {ChatLog} log */
export function reactions(message, log) {
  if (message.reactions.size === 0 || message.text === null) return nothing;
  return html`<div class="message__reactions">
    ${[...message.reactions].map(([emoji, users]) => one(emoji, users, log))}
    ${log.room.canWrite ? html`<button class="reaction reaction--add" data-do="react" aria-label=${text.react}><hh-icon name="smile-plus"></hh-icon></button>` : nothing}
  </div>`;
}

/** @param {string} emoji @param {Set<string>} users @param {ChatLog} log */
function one(emoji, users, log) {
  const mine = users.has(log.me?.id ?? "");
  const names = [...users].slice(0, 12).map((id) => nameOf(log.names.of(id)));
  if (users.size > names.length) names.push(text.andMore(users.size - names.length));
  const label = text.reaction(emoji, users.size, names);
  return html`<button class="reaction ${mine ? "reaction--mine" : ""}" aria-pressed=${mine} ?disabled=${!log.room.canWrite} title=${label} aria-label=${label} data-react=${emoji}>
    <span class="reaction__emoji">${emoji}</span> <span class="numbers">${users.size}</span>
  </button>`;
}
