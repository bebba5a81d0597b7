// @ts-check
/** @import { Status } from "../api/types.js" */
import { text } from "./text.js";

/**
 * Where an organizer goes from the first page of the desk.
 * @typedef {{name: keyof typeof text.ways, icon: string, title: string, path: (slug: string) => string}} Way
 */

/** @type {Record<keyof typeof text.ways, Way>} */
const WAYS = {
  staff: { name: "staff", icon: "user-plus", title: text.parts.staff, path: (slug) => `/hackathons/${slug}/organize/staff` },
  registrations: { name: "registrations", icon: "users", title: text.parts.registrations, path: (slug) => `/hackathons/${slug}/organize/registrations` },
  submissions: { name: "submissions", icon: "rocket", title: text.parts.submissions, path: (slug) => `/hackathons/${slug}/organize/submissions` },
  judging: { name: "judging", icon: "gavel", title: text.parts.judging, path: (slug) => `/hackathons/${slug}/organize/judging` },
  leaderboard: { name: "leaderboard", icon: "trophy", title: text.leaderboard, path: (slug) => `/hackathons/${slug}/leaderboard` },
  announce: { name: "announce", icon: "megaphone", title: text.announce, path: (slug) => `/hackathons/${slug}/announcements` },
  screen: { name: "screen", icon: "monitor", title: text.screen, path: (slug) => `/screen/${slug}` },
  edit: { name: "edit", icon: "pencil", title: text.editDetails, path: (slug) => `/hackathons/${slug}/edit` },
};

/** What matters most in each phase. @type {Record<Status, keyof typeof text.ways>} */
const FIRST = { DRAFT: "staff", PUBLISHED: "staff", REGISTRATION_OPEN: "registrations", REGISTRATION_CLOSED: "registrations", ACTIVE: "submissions", JUDGING: "judging", COMPLETED: "leaderboard", CANCELLED: "registrations" };

/** @param {Status} status @returns {Way[]} */
export function waysFrom(status) {
  const { announce, screen, edit } = WAYS;
  // A draft cannot be told of, nor shown.
  return status === "DRAFT" ? [edit, WAYS[FIRST[status]]] : [WAYS[FIRST[status]], announce, screen, edit];
}
