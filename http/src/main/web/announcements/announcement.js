// @ts-check
/** @import { Update } from "../api/types.js" */
import { html, nothing } from "lit";
import "../chat/markdown-text.js";
import "../design/icon.js";
import { agoOf, momentOf } from "../design/time.js";

const TYPES = new Map([
  ["ANNOUNCEMENT", "Announcement"],
  ["SCHEDULE_CHANGE", "Schedule change"],
  ["RESOURCE", "Resource"],
  ["REMINDER", "Reminder"],
]);
const PRIORITIES = new Map([
  ["URGENT", ["Urgent", "badge--bad"]],
  ["HIGH", ["Important", "badge--warn"]],
]);

/** @type {[string, string][]} */
export const typeOptions = [...TYPES];
/** @type {[string, string][]} */
export const priorityOptions = [["NORMAL", "Normal"], ["LOW", "Low"], ["HIGH", "Important"], ["URGENT", "Urgent"]];

/** One announcement as it is shown to everybody. @param {Update} update @param {unknown} [tools] */
export function announcement(update, tools = nothing) {
  const priority = PRIORITIES.get(update.priority);
  const at = update.publishedAt ?? "";
  return html`<article class="card announcement ${priority ? `announcement--${update.priority.toLowerCase()}` : ""}">
    <header class="row row--apart">
      <span class="row"><span class="badge">${TYPES.get(update.type) ?? "Announcement"}</span>${priority ? html`<span class="badge ${priority[1]}">${priority[0]}</span>` : nothing}</span>
      <time class="faint" datetime=${at} title=${at ? momentOf(at) : ""}>${at ? agoOf(at) : ""}</time>
    </header>
    <h3>${update.title}</h3>
    <hh-markdown .text=${update.content}></hh-markdown>
    ${(update.attachments ?? []).filter(({ url }) => /^https?:/.test(url)).map(({ title, url }) => html`<a class="row" href=${url} target="_blank" rel="noopener nofollow"><hh-icon name="link"></hh-icon>${title}</a>`)}
    <footer class="row row--apart faint"><span>${update.author?.fullName ?? ""}${update.editedAt ? " · edited" : ""}</span>${tools}</footer>
  </article>`;
}
