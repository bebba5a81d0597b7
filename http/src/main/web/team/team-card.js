// @ts-check
/** @import { Hackathon, Team, TeamStatus } from "../api/types.js" */
import { html, nothing } from "lit";
import { session } from "../app/services.js";
import { avatar } from "../design/avatar.js";

/** @type {Record<TeamStatus, [string, string]>} */
const STATUS = {
  RECRUITING: ["Looking for people", "badge--good"],
  FULL: ["Full", ""],
  COMPETING: ["Competing", "badge--accent"],
  SUBMITTED: ["Submitted", "badge--good"],
  DISBANDED: ["Disbanded", ""],
};

/** @param {TeamStatus} status */
export const teamStatusBadge = (status) => html`<span class="badge ${STATUS[status]?.[1] ?? ""}">${STATUS[status]?.[0] ?? status}</span>`;

/** One team in a list. @param {Team} team @param {Hackathon} hackathon */
export function teamCard({ id, name, description, status, members, lookingFor }, { me, teamSize }) {
  const mine = me?.teamId === id;
  const people = members.filter(({ role }) => role !== "MENTOR");
  const mentored = members.some(({ role, user }) => role === "MENTOR" && user.id === session.user?.id);
  return html`<article class="card team-card ${mine ? "team-card--mine" : ""}">
    <div class="row row--apart">${teamStatusBadge(status)}<span class="faint numbers">${people.length} of ${teamSize.max}</span></div>
    <h3>${mine || mentored ? html`<a href=${`/teams/${id}`}>${name}</a>` : name}</h3>
    ${description ? html`<p class="soft team-card__text">${description}</p>` : nothing}
    ${lookingFor?.length ? html`<p class="row">${lookingFor.map((skill) => html`<span class="badge badge--accent">${skill}</span>`)}</p>` : nothing}
    <p class="team-card__people" aria-label=${people.map(({ user }) => user.fullName).join(", ")}>${people.slice(0, 6).map(({ user }) => html`<span title=${user.fullName}>${avatar(user, "small")}</span>`)}</p>
  </article>`;
}
