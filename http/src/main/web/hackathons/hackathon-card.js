// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import "../design/icon.js";
import { spanOf } from "../design/time.js";
import { plain } from "../chat/markdown.js";
import { difficultyName, statusBadge } from "./status.js";

/** One hackathon in a list. @param {Hackathon} hackathon */
export function hackathonCard(hackathon) {
  const { slug, title, status, organization, theme, difficulty, counts, description } = hackathon;
  return html`<a class="card hackathon-card" href=${`/hackathons/${slug}`}>
    <div class="row row--apart">${statusBadge(status)}${theme ? html`<span class="faint hackathon-card__theme">${theme}</span>` : nothing}</div>
    <h3>${title}</h3>
    <p class="soft hackathon-card__text">${plain(description)}</p>
    <p class="faint">${organization?.name ?? ""} · ${difficultyName(difficulty)}</p>
    <p class="faint row row--apart">
      <span class="row"><hh-icon name="calendar-days"></hh-icon>${spanOf(hackathon.startDate, hackathon.endDate)}</span>
      <span class="row numbers"><hh-icon name="users"></hh-icon>${counts?.registered ?? 0}</span>
    </p>
  </a>`;
}
