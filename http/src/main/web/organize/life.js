// @ts-check
/** @import { Hackathon, Status } from "../api/types.js" */

/** @typedef {{to: Status, primary?: boolean, reason?: boolean, newEnd?: "registrationEnd" | "endDate"}} Step */

/** The way of every hackathon; CANCELLED leads off it. @type {Status[]} */
export const WAY = ["DRAFT", "PUBLISHED", "REGISTRATION_OPEN", "REGISTRATION_CLOSED", "ACTIVE", "JUDGING", "COMPLETED"];

/** What an organizer may do next; time does the rest. @type {Record<Status, Step[]>} */
const STEPS = {
  DRAFT: [{ to: "PUBLISHED", primary: true }],
  PUBLISHED: [{ to: "REGISTRATION_OPEN", primary: true }],
  REGISTRATION_OPEN: [{ to: "REGISTRATION_CLOSED" }],
  REGISTRATION_CLOSED: [{ to: "REGISTRATION_OPEN", newEnd: "registrationEnd" }],
  ACTIVE: [],
  JUDGING: [{ to: "ACTIVE", reason: true, newEnd: "endDate" }],
  COMPLETED: [{ to: "JUDGING", reason: true }],
  CANCELLED: [],
};

/** @param {Status} status */
export const stepsFrom = (status) => STEPS[status] ?? [];

/** @type {Step} */
export const CANCEL = { to: "CANCELLED", reason: true };

/** @param {Status} status */
export const mayBeCancelled = (status) => !["COMPLETED", "CANCELLED"].includes(status);

/** When it goes on by itself, and which milestone that is. @param {Hackathon} hackathon @returns {{milestone: "registrationStart" | "registrationEnd" | "startDate" | "endDate", at: string} | null} */
export function byItself(hackathon) {
  const milestones = /** @type {const} */ ({ PUBLISHED: "registrationStart", REGISTRATION_OPEN: "registrationEnd", REGISTRATION_CLOSED: "startDate", ACTIVE: "endDate" });
  const milestone = milestones[/** @type {keyof typeof milestones} */ (hackathon.status)];
  return milestone ? { milestone, at: hackathon[milestone] } : null;
}

/** Where what a guard wants can be mended: a part of the form, or a page. @type {Record<string, (slug: string) => string>} */
const MENDED_AT = {
  dates: (slug) => `/hackathons/${slug}/edit#dates`,
  "end-in-future": (slug) => `/hackathons/${slug}/edit#dates`,
  "team-size": (slug) => `/hackathons/${slug}/edit#team-size`,
  criteria: (slug) => `/hackathons/${slug}/edit#judging`,
  rules: (slug) => `/hackathons/${slug}/edit#rules`,
  reviews: (slug) => `/hackathons/${slug}/organize/judging`,
};

/** @param {string} guard @param {string} slug @returns {string | undefined} */
export const mendedAt = (guard, slug) => MENDED_AT[guard]?.(slug);
