// @ts-check
/** @import { Organization } from "../api/types.js" */
import { html, nothing } from "lit";
import "../design/icon.js";
import { agoOf, dayOf } from "../design/time.js";
import { text } from "./text.js";

const BADGES = { PENDING: "badge--warn", VERIFIED: "badge--good", REJECTED: "badge--bad" };

/**
 * One organization, and what an admin may decide of it.
 * @param {Organization} it
 * @param {{rejecting: boolean, busy: boolean, verify: () => void, ask: (on: boolean) => void, reject: (reason?: string) => void}} acts
 */
export function organizationCard(it, { rejecting, busy, verify, ask, reject }) {
  const { name, slug, description, websiteUrl, industry, size, verificationStatus: status, createdAt } = it;
  const facts = [size ? text.sizes[/** @type {keyof typeof text.sizes} */ (size)] : "", industry ?? "", `/${slug}`].filter(Boolean);
  const said = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    reject(String(new FormData(/** @type {HTMLFormElement} */ (event.currentTarget)).get("reason") ?? "").trim() || undefined);
  };
  return html`<article class="card stack stack--tight" aria-label=${name}>
    <header class="row row--apart"><h3>${name}</h3><span class="badge ${BADGES[status]}">${text.states[status]}</span></header>
    <p class="faint">${facts.join(" · ")} · <time datetime=${createdAt} title=${dayOf(createdAt)}>${text.waiting(agoOf(createdAt))}</time></p>
    <p class="soft">${description ?? text.noDescription}</p>
    ${websiteUrl && /^https?:\/\//.test(websiteUrl) ? html`<p><a class="row" href=${websiteUrl} target="_blank" rel="noopener nofollow"><hh-icon name="globe"></hh-icon>${websiteUrl}<span class="sr-only">${text.website}</span></a></p>` : nothing}
    ${rejecting
      ? html`<form class="stack stack--tight" @submit=${said}><label class="field"><span>${text.reason}</span><input class="input" name="reason" maxlength="1000" required></label>
          <div class="row"><button class="button button--danger" ?disabled=${busy} aria-busy=${busy}>${text.decide}</button><button class="button button--quiet" type="button" @click=${() => ask(false)}>${text.cancel}</button></div></form>`
      : html`<div class="row">
          ${status === "VERIFIED" ? nothing : html`<button class="button button--primary" ?disabled=${busy} @click=${verify}><hh-icon name="shield-check"></hh-icon>${text.verify}<span class="sr-only">${name}</span></button>`}
          ${status === "REJECTED" ? nothing : html`<button class="button" ?disabled=${busy} @click=${() => ask(true)}>${text.reject}<span class="sr-only">${name}</span></button>`}
        </div>`}
  </article>`;
}
