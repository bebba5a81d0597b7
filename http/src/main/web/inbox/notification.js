// @ts-check
/** @import { LogEvent } from "../live/types.js" */
import { html, nothing } from "lit";
import "../design/icon.js";
import { agoOf, momentOf } from "../design/time.js";
import { linkOf } from "./inbox.js";
import { text } from "./text.js";
import { toldOf } from "./told.js";

/** What kinds there are, by the first part of their names. @type {Record<string, string>} */
const ICONS = { announcement: "megaphone", mention: "at-sign", team: "users-round", registration: "ticket", hackathon: "flag", staff: "shield-check", account: "lock", other: "bell" };

/** @param {unknown} kind @returns {keyof typeof text.kinds} */
export function familyOf(kind) {
  const family = String(kind).split(".")[0];
  return Object.hasOwn(text.kinds, family) ? /** @type {keyof typeof text.kinds} */ (family) : "other";
}

/** One thing that was told. @param {LogEvent} event @param {boolean} fresh not read yet */
export function notification({ at, data }, fresh) {
  const family = familyOf(data.kind);
  const link = linkOf(data.link);
  const { title, body } = toldOf(data);
  const look = `inbox__item ${fresh ? "inbox__item--fresh" : ""}`;
  const inside = html`
    <span class="inbox__icon"><hh-icon name=${ICONS[family]} label=${text.kinds[family]}></hh-icon></span>
    <span class="grow"><strong class="inbox__title">${title}</strong>${body ? html`<span class="soft inbox__body">${body}</span>` : nothing}
      <time class="faint" datetime=${at} title=${momentOf(at)}>${agoOf(at)}</time></span>
    ${fresh ? html`<span class="inbox__dot" role="img" aria-label=${text.unread}></span>` : nothing}`;
  return html`<li>${link ? html`<a class=${look} href=${link}>${inside}</a>` : html`<div class=${look}>${inside}</div>`}</li>`;
}
