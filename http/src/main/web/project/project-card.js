// @ts-check
/** @import { Hackathon } from "../api/types.js" */
/** @import { Exhibit } from "./shown.js" */
import { html, nothing } from "lit";
import { cover } from "./cover.js";
import { pitchOf } from "./shown.js";
import { text } from "./text.js";

/** A project among others. @param {Exhibit} project @param {Hackathon} hackathon */
export function projectCard({ teamId, teamName, name, description, trackIds, submittedAt, late }, { slug, tracks, me }) {
  const named = new Map((tracks ?? []).map((it) => [it.id, it.name]));
  return html`<a class="card card--flush project-card ${me?.teamId === teamId ? "project-card--mine" : ""}" href=${`/hackathons/${slug}/projects/${teamId}`}>
    ${cover(teamId, name, "project-card__cover")}
    <div class="project-card__body">
      <h3>${name || text.untitled}</h3>
      ${teamName === name ? nothing : html`<p class="faint">${text.by(teamName)}</p>`}
      <p class="soft project-card__pitch">${pitchOf(description)}</p>
      ${trackIds?.length || late || !submittedAt ? html`<p class="row">
        ${submittedAt ? nothing : html`<span class="badge badge--warn">${text.draft}</span>`}
        ${late ? html`<span class="badge badge--warn">${text.late}</span>` : nothing}
        ${trackIds?.map((id) => html`<span class="badge">${named.get(id) ?? id}</span>`)}</p>` : nothing}
    </div>
  </a>`;
}
