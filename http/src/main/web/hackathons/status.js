// @ts-check
/** @import { Hackathon, Role, Status } from "../api/types.js" */
import { html } from "lit";
import { text } from "./text.js";

/** How each status looks. @type {Record<Status, string>} */
const LOOK = {
  DRAFT: "",
  PUBLISHED: "badge--accent",
  REGISTRATION_OPEN: "badge--good",
  REGISTRATION_CLOSED: "",
  ACTIVE: "badge--good badge--live",
  JUDGING: "badge--warn badge--live",
  COMPLETED: "",
  CANCELLED: "badge--bad",
};

/** @param {Status} status */
export const statusName = (status) => text.status[status] ?? status;

/** @param {Status} status */
export const statusBadge = (status) => html`<span class="badge ${LOOK[status] ?? ""}">${statusName(status)}</span>`;

/** All of them, to choose from. @type {[string, string][]} */
export const STATUSES = Object.entries(text.status);

/** @type {[string, string][]} */
export const DIFFICULTIES = Object.entries(text.level);

/** @param {string} difficulty */
export const difficultyName = (difficulty) => DIFFICULTIES.find(([value]) => value === difficulty)?.[1] ?? difficulty;

/** @param {Role} role */
export const roleName = (role) => text.role[role] ?? role;

/**
 * What everybody waits for next, and until when.
 * @param {Pick<Hackathon, "status" | "registrationStart" | "registrationEnd" | "startDate" | "endDate">} hackathon
 * @returns {{text: string, name: string, at: string} | null} `text` before a countdown, `name` before a date
 */
export function nextMilestone({ status, registrationStart, registrationEnd, startDate, endDate }) {
  const of = (/** @type {keyof typeof text.until} */ it, /** @type {string} */ at) => ({ text: text.until[it], name: text.next[it], at });
  switch (status) {
    case "PUBLISHED":
      return of(status, registrationStart);
    case "REGISTRATION_OPEN":
      return of(status, registrationEnd);
    case "REGISTRATION_CLOSED":
      return of(status, startDate);
    case "ACTIVE":
      return of(status, endDate);
    case "DRAFT":
    case "JUDGING":
    case "COMPLETED":
    case "CANCELLED":
      return null;
  }
}
