// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { plain } from "../markdown/markdown.js";
import { hueOf } from "../design/hue.js";
import "../design/icon.js";
import { agoOf, spanOf } from "../design/time.js";
import { numberOf } from "../i18n/catalogue.js";
import { difficultyName, nextMilestone, statusBadge } from "./status.js";
import { text } from "./text.js";

/** One hackathon in a list. @param {Hackathon} hackathon */
export function hackathonCard(hackathon) {
  const { slug, title, status, organization, theme, difficulty, counts, description, maxParticipants } = hackathon;
  const registered = counts?.registered ?? 0;
  const next = nextMilestone(hackathon);
  return html`<a class="card hackathon-card ${hueOf(hackathon.id)}" href=${`/hackathons/${slug}`}>
    <span class="hackathon-card__head">${statusBadge(status)}${next && Date.parse(next.at) > Date.now() ? html`<span class="faint">${next.name} ${agoOf(next.at)}</span>` : nothing}</span>
    <h3 class="hackathon-card__title">${title}</h3>
    <span class="soft hackathon-card__text">${plain(description)}</span>
    <span class="faint hackathon-card__tags">${[organization?.name, theme, difficultyName(difficulty)].filter(Boolean).join(" · ")}</span>
    <span class="faint hackathon-card__foot">
      <span class="hackathon-card__fact"><hh-icon name="calendar-days"></hh-icon>${spanOf(hackathon.startDate, hackathon.endDate)}</span>
      <span class="hackathon-card__fact numbers" title=${maxParticipants ? text.card.places(registered, maxParticipants) : nothing}><hh-icon name="users"></hh-icon><span aria-hidden="true">${numberOf(registered)}</span><span class="sr-only">${text.card.registered(registered)}</span></span>
    </span>
  </a>`;
}

/** The shape of what comes. @param {string} label */
export const cardSkeletons = (label, count = 3) => html`<div class="hackathon-grid" role="status" aria-label=${label}>
  ${Array.from({ length: count }, () => html`<div class="card hackathon-card hackathon-card--coming"><i></i><i></i><i></i><i></i><i></i></div>`)}
</div>`;
