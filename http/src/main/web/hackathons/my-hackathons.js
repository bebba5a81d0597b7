// @ts-check
/** @import { Memberships, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import "../design/icon.js";
import { statusBadge } from "./status.js";

/**
 * The teams that invited me as their mentor: whose chat I follow without being on them.
 * @param {Memberships} mine @returns {string[]} ids
 */
export function mentoredTeams({ hackathons, channels }) {
  const own = new Set(hackathons.map(({ teamId }) => teamId));
  return channels.flatMap(({ channel }) => /^team\/(.+)\/chat$/.exec(channel)?.[1] ?? []).filter((id) => !own.has(id));
}

/** Where I belong, with the ways I go most. @param {Memberships} mine @param {Team[]} mentored */
export function myHackathons({ hackathons, channels }, mentored) {
  if (hackathons.length === 0) return nothing;
  const running = hackathons.toSorted((a, b) => Number(b.status === "ACTIVE") - Number(a.status === "ACTIVE"));
  const unread = new Map((channels ?? []).map(({ channel, head, read }) => [channel, Math.max(0, head - read)]));
  return html`<section class="stack" aria-labelledby="mine">
    <h2 id="mine">Yours</h2>
    <ul class="grid">
      ${running.map((it) => html`<li class="card mine stack stack--tight">
        <div class="row row--apart">${statusBadge(it.status)}<span class="faint">${standing(it)}</span></div>
        <h3><a class="mine__title" href=${`/hackathons/${it.slug}`}>${it.title}</a></h3>
        <div class="row">
          ${it.teamId ? html`<a class="button button--small button--primary" href=${`/teams/${it.teamId}`}><hh-icon name="message-circle"></hh-icon>Team ${count(unread.get(`team/${it.teamId}/chat`))}</a>` : nothing}
          ${mentored.filter(({ hackathonId }) => hackathonId === it.id).map(({ id, name }) => html`<a class="button button--small button--primary" href=${`/teams/${id}`}><hh-icon name="message-circle"></hh-icon>${name} ${count(unread.get(`team/${id}/chat`))}</a>`)}
          <a class="button button--small" href=${`/hackathons/${it.slug}/chat`}><hh-icon name="hash"></hh-icon>Chat ${count(unread.get(`hackathon/${it.id}/chat`))}</a>
          ${it.roles?.includes("ORGANIZER") ? html`<a class="button button--small" href=${`/hackathons/${it.slug}/organize`}>Organize</a>` : nothing}
          ${it.roles?.includes("JUDGE") ? html`<a class="button button--small" href=${`/hackathons/${it.slug}/judge`}>Judge</a>` : nothing}
        </div>
      </li>`)}
    </ul>
  </section>`;
}

/** @param {import("../api/types.js").Me} me */
function standing({ registration, roles }) {
  if (roles?.length > 0) return roles.map((role) => role[0] + role.slice(1).toLowerCase()).join(", ");
  if (registration?.status === "WAITLISTED") return `Waiting list, place ${registration.position}`;
  return registration ? "Participant" : "";
}

/** @param {number | undefined} unread */
function count(unread) {
  return unread ? html`<span class="count">${unread > 99 ? "99+" : unread}</span>` : nothing;
}
