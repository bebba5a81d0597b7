// @ts-check
/** @import { Memberships } from "../api/types.js" */
import { text } from "./text.js";

/** @typedef {{href: string, name: string, icon: string, unread: number}} UnreadRoom */

/**
 * Where something is unread, most of it first, with the way there.
 * @param {Pick<Memberships, "hackathons" | "channels">} mine
 * @param {{id: string, name: string}[]} teams
 * @param {Record<string, number>} positions what was read since the server counted
 * @returns {UnreadRoom[]}
 */
export function unreadRooms({ hackathons, channels }, teams, positions) {
  return channels
    .map(({ channel, head, read }) => ({ ...whereIs(channel, hackathons, teams), unread: head - Math.max(read, positions[channel] ?? 0) }))
    .filter((it) => it.name !== undefined && it.unread > 0)
    .map((it) => /** @type {UnreadRoom} */ (it))
    .sort((a, b) => b.unread - a.unread);
}

/** @param {string} channel @param {Memberships["hackathons"]} hackathons @param {{id: string, name: string}[]} teams @returns {{href: string, name: string | undefined, icon: string}} */
function whereIs(channel, hackathons, teams) {
  const [owner, id, kind] = channel.split("/");
  const hackathon = hackathons.find((it) => it.id === id);
  if (owner === "team") return { href: `/teams/${id}`, name: teams.find((it) => it.id === id)?.name, icon: "users-round" };
  if (owner === "user") return { href: "/inbox", name: text.room.inbox, icon: "inbox" };
  if (kind === "announcements") return { href: `/hackathons/${hackathon?.slug}/announcements`, name: hackathon && text.room.announcements(hackathon.title), icon: "megaphone" };
  return { href: `/hackathons/${hackathon?.slug}/chat`, name: hackathon && text.room.hackathon(hackathon.title), icon: "hash" };
}
