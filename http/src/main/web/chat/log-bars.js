// @ts-check
/** @import { ChatLog } from "./chat-log.js" */
import { html, nothing } from "lit";
import "../design/icon.js";
import { empty } from "../design/states.js";
import { clockOf } from "../design/time.js";
import { text } from "./text.js";

/* What stands around the messages of a log. */

/** Above them: where they begin, or that there are more. @param {ChatLog} log */
export function start({ room, looking, history }) {
  if (room.loadingOlder || looking) return html`<div class="chat-log__start" role="status"><span class="faint chat-log__loading"><hh-icon name="loader-circle"></hh-icon>${looking ? text.looking : text.loadingEarlier}</span></div>`;
  if (room.hasOlder) return html`<div class="chat-log__start"><button class="button button--quiet button--small" @click=${() => history?.older()}>${text.earlier}</button></div>`;
  if (room.messages.items.length === 0) return empty("message-circle", text.noMessages, text.noMessagesMore);
  return html`<div class="chat-log__start"><p class="faint">${text.beginning}</p></div>`;
}

/** Over them: that more is unread than is held. @param {ChatLog} log */
export function unreadBar(log) {
  const { reader, room } = log;
  if (!reader?.behind) return nothing;
  const first = room.messages.items[0];
  return html`<div class="chat-log__unread-bar">
    <span class="grow">${text.newSince(reader.unread, true, first ? clockOf(first.at) : "")}</span>
    <button class="button button--small" @click=${() => log.showUnread()}>${text.jumpToUnread}</button>
    <button class="button button--small button--quiet" @click=${() => (reader.catchUp(), log.requestUpdate())}>${text.markRead}</button>
  </div>`;
}

/** Below them: the way back to the newest. @param {ChatLog} log */
export function toNewest(log) {
  if (log.list.atEnd) return nothing;
  const missed = log.reader?.missed ?? 0;
  return html`<button class="button button--small chat-log__new ${missed > 0 ? "button--primary" : "chat-log__new--round"}" aria-label=${missed > 0 ? nothing : text.toNewest} title=${text.toNewest} @click=${() => log.toEnd()}>
    <hh-icon name="arrow-down"></hh-icon>${missed > 0 ? text.newBelow(missed) : nothing}</button>`;
}
