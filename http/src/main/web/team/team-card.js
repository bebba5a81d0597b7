// @ts-check
/** @import { Hackathon, Team, TeamStatus } from "../api/types.js" */
import { html, nothing } from "lit";
import { session } from "../app/services.js";
import { avatar } from "../design/avatar.js";
import "../design/icon.js";
import { isLooking, peopleOf } from "./finding.js";
import { text } from "./text.js";

/** @type {Record<TeamStatus, string>} */
const LOOKS = { RECRUITING: "badge--good", FULL: "", COMPETING: "badge--accent", SUBMITTED: "badge--good", DISBANDED: "" };

/** @param {TeamStatus} status */
export const teamStatusBadge = (status) => html`<span class="badge ${LOOKS[status] ?? ""}">${text.statusNames[status] ?? status}</span>`;

/** One team in a list. @param {Team} team @param {Hackathon} hackathon */
export function teamCard(team, { me, teamSize }) {
  const { id, name, description, status, members, lookingFor } = team;
  const mine = me?.teamId === id;
  const people = peopleOf(team);
  const inside = mine || members.some(({ role, user }) => role === "MENTOR" && user.id === session.user?.id);
  const looking = isLooking(team, teamSize.max);
  return html`<article class="card team-card ${mine ? "team-card--mine" : ""}">
    <div class="row row--apart">
      <span class="row">${mine ? html`<span class="badge badge--accent">${text.yourTeam}</span>` : nothing}${looking && status === "COMPETING" ? html`<span class="badge badge--good">${text.looking}</span>` : teamStatusBadge(status)}</span>
      <span class="faint numbers"><span aria-hidden="true">${text.places(people.length, teamSize.max)}</span><span class="sr-only">${text.placesOf(people.length, teamSize.max)}</span></span>
    </div>
    <h3>${inside ? html`<a href=${`/teams/${id}`}>${name}</a>` : name}</h3>
    ${description ? html`<p class="soft team-card__text">${description}</p>` : nothing}
    ${looking && lookingFor?.length ? html`<p class="row team-card__wants"><span class="faint">${text.wants}</span>${lookingFor.map((skill) => html`<span class="badge badge--accent">${skill}</span>`)}</p>` : nothing}
    <div class="row row--apart team-card__foot">
      <p class="team-card__people" role="img" aria-label=${people.map(({ user }) => user.fullName).join(", ")}>
        ${people.slice(0, 6).map(({ user }) => html`<span title=${user.fullName}>${avatar(user, "small")}</span>`)}
        ${Array.from({ length: looking ? Math.min(4, teamSize.max - people.length) : 0 }, () => html`<span class="team-card__free"></span>`)}
      </p>
      ${mine ? html`<a class="button button--small button--primary" href=${`/teams/${id}`}><hh-icon name="message-circle"></hh-icon>${text.openRoom}</a>` : nothing}
    </div>
  </article>`;
}
