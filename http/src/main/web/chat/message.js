// @ts-check
/** @import { ChatLog } from "./chat-log.js" */
/** @import { Message } from "./messages.js" */
import { html, nothing } from "lit";
import { guard } from "lit/directives/guard.js";
import { avatar } from "../design/avatar.js";
import "../design/icon.js";
import { clockOf, momentOf } from "../design/time.js";
import { contentOf } from "../markdown/content.js";
import { plain } from "../markdown/markdown.js";
import "./message-editor.js";
import { nameOf } from "./names.js";
import { reactions } from "./reactions.js";
import { text } from "./text.js";
import { toolbar } from "./toolbar.js";

/**
 * One message, as a template: it takes its shape at once, and is rendered anew only when something about it changed.
 * @param {Message} message @param {boolean} starts whether a name stands over it @param {ChatLog} log
 */
export function messageView(message, starts, log) {
  const { id } = message;
  const answered = message.replyTo ? log.room.messages.byId.get(message.replyTo) : undefined;
  const tools = log.hovered === id || log.focused === id;
  const leaving = log.room.leaving.has(id);
  const looks = [message, message.version, log.room.edits.get(id), log.room.refusedEdits.get(id), starts, answered, answered?.version, tools, leaving, log.editing === id, log.shownId === id, log.foundId === id, log.namesVersion, log.room.canWrite, log.moderator];
  return guard(looks, () => article(message, starts, answered, log, { tools, leaving }));
}

/** @param {Message} message @param {boolean} starts @param {Message | undefined} answered @param {ChatLog} log @param {{tools: boolean, leaving: boolean}} state */
function article(message, starts, answered, log, { tools, leaving }) {
  const { author, at, id } = message;
  const editing = log.editing === id && message.text !== null;
  const calls = log.me !== undefined && message.mentions.includes(log.me.id);
  const classes = ["message", starts && "message--starts", message.pinned && "message--pinned", calls && "message--calls", leaving && "message--leaving", log.shownId === id && "message--shown", log.foundId === id && "message--found"];
  const time = html`<time class="message__time faint" datetime=${at} title=${momentOf(at)}>${clockOf(at)}</time>`;
  const label = text.messageBy(nameOf(author), clockOf(at)) + (calls ? `, ${text.mentionsYou}` : "");
  return html`<article class=${classes.filter(Boolean).join(" ")} tabindex="-1" aria-label=${label} id=${`m-${id}`} data-id=${id}>
    <div class="message__side">${starts ? avatar({ id: author.id, fullName: nameOf(author) }) : time}</div>
    <div class="message__main">
      ${message.replyTo ? quoted(message.replyTo, answered) : nothing}
      ${starts ? html`<div class="message__who"><strong><bdi>${nameOf(author)}</bdi></strong>${time}</div>` : nothing}
      ${editing ? html`<hh-message-editor .text=${log.room.refusedEdits.get(id) ?? log.room.edits.get(id) ?? message.text ?? ""}></hh-message-editor>` : said(message, log)}
      ${reactions(message, log)}
    </div>
    ${editing || leaving ? nothing : toolbar(message, log, { at: tools, starts })}
  </article>`;
}

/** @param {string} id @param {Message | undefined} answered */
function quoted(id, answered) {
  const words = answered ? (answered.text === null ? text.deletedShort : plain(answered.text)) : text.earlierShort;
  return html`<a class="message__reply" href=${`#m-${id}`} data-show=${id}>
    <hh-icon name="corner-up-left"></hh-icon><span dir="auto">${answered ? html`<b><bdi>${nameOf(answered.author)}</bdi></b> ` : nothing}${words}</span>
  </a>`;
}

/** @param {Message} message @param {ChatLog} log */
function said(message, log) {
  if (message.text === null) return html`<p class="message__deleted faint">${text.deleted}</p>`;
  const changes = log.room.edits.get(message.id);
  const words = changes ?? message.text;
  return html`<div class="message__text prose" dir="auto">${guard([words], () => contentOf(words, { mentions: message.mentions.length > 0, me: log.me?.username }))}</div>
    ${message.attachments.map(({ title, url }) => (/^https?:/.test(url) ? html`<a class="message__attachment" href=${url} target="_blank" rel="noopener nofollow"><hh-icon name="link"></hh-icon>${title}</a>` : nothing))}
    ${message.edited || message.pinned || changes ? html`<p class="message__marks faint">${message.pinned ? html`<hh-icon name="pin"></hh-icon>${text.pinnedLabel}` : nothing} ${changes ? text.changing : message.edited ? text.edited : nothing}</p>` : nothing}`;
}
