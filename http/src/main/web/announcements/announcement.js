// @ts-check
/** @import { Update } from "../api/types.js" */
import { html, nothing } from "lit";
import "../markdown/markdown-text.js";
import "../design/icon.js";
import { agoOf, momentOf } from "../design/time.js";
import { text } from "./text.js";

const PRIORITY_BADGES = new Map([["URGENT", "badge--bad"], ["HIGH", "badge--warn"]]);

/** @type {[string, string][]} */
export const typeOptions = Object.entries(text.types);
/** @type {[string, string][]} */
export const priorityOptions = ["NORMAL", "LOW", "HIGH", "URGENT"].map((it) => [it, text.priorities[/** @type {keyof typeof text.priorities} */ (it)]]);
/** @type {[string, string][]} */
export const audienceOptions = Object.entries(text.audiences);

/** One announcement as it is shown to everybody. @param {Update} update @param {unknown} [tools] @param {unknown} [more] below the text */
export function announcement(update, tools = nothing, more = nothing) {
  const badge = PRIORITY_BADGES.get(update.priority);
  const limited = update.audience && update.audience !== "ALL";
  return html`<article class="card announcement ${badge ? `announcement--${update.priority.toLowerCase()}` : ""}">
    <header class="row row--apart">
      <span class="row">
        <span class="badge">${named(text.types, update.type)}</span>
        ${badge ? html`<span class="badge ${badge}">${named(text.priorities, update.priority)}</span>` : nothing}
        ${limited ? html`<span class="badge badge--accent"><hh-icon name="lock"></hh-icon>${text.audienceOnly(named(text.audiences, update.audience ?? ""))}</span>` : nothing}
      </span>
      ${when(update)}
    </header>
    <h3>${update.title}</h3>
    <hh-markdown .text=${update.content}></hh-markdown>
    ${(update.attachments ?? []).filter(({ url }) => /^https?:/.test(url)).map(({ title, url }) => html`<a class="row" href=${url} target="_blank" rel="noopener nofollow"><hh-icon name="link"></hh-icon>${title}</a>`)}
    ${more}
    <footer class="row row--apart faint"><span>${update.author?.fullName ?? ""}${update.editedAt ? ` · ${text.edited}` : ""}</span>${tools}</footer>
  </article>`;
}

/** @param {Update} update */
function when({ publishedAt, publishAt }) {
  if (publishedAt) return html`<time class="faint" datetime=${publishedAt} title=${momentOf(publishedAt)}>${agoOf(publishedAt)}</time>`;
  return publishAt ? html`<time class="row faint" datetime=${publishAt}><hh-icon name="clock"></hh-icon>${text.scheduledFor(momentOf(publishAt))}</time>` : nothing;
}

/** @param {Record<string, string>} names @param {string} key */
const named = (names, key) => names[key] ?? key;
