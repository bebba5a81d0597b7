// @ts-check
/** @import { Hackathon, Status } from "../api/types.js" */
import { html } from "lit";

/** How each status is called and looks. @type {Record<Status, [string, string]>} */
const STATUS = {
  DRAFT: ["Draft", ""],
  PUBLISHED: ["Announced", "badge--accent"],
  REGISTRATION_OPEN: ["Registration open", "badge--good"],
  REGISTRATION_CLOSED: ["Registration closed", ""],
  ACTIVE: ["Happening now", "badge--good badge--live"],
  JUDGING: ["Judging", "badge--warn badge--live"],
  COMPLETED: ["Completed", ""],
  CANCELLED: ["Cancelled", "badge--bad"],
};

/** @param {Status} status */
export const statusName = (status) => STATUS[status]?.[0] ?? status;

/** @param {Status} status */
export const statusBadge = (status) => html`<span class="badge ${STATUS[status]?.[1] ?? ""}">${statusName(status)}</span>`;

/** All of them, to choose from. @type {[string, string][]} */
export const STATUSES = /** @type {[string, string][]} */ (Object.entries(STATUS).map(([status, [name]]) => [status, name]));

/** @type {[string, string][]} */
export const DIFFICULTIES = [
  ["BEGINNER", "Beginner"],
  ["INTERMEDIATE", "Intermediate"],
  ["ADVANCED", "Advanced"],
  ["EXPERT", "Expert"],
];

/** @param {string} difficulty */
export const difficultyName = (difficulty) => DIFFICULTIES.find(([value]) => value === difficulty)?.[1] ?? difficulty;

/**
 * What everybody waits for next, and until when.
 * @param {Hackathon} hackathon @returns {{text: string, at: string} | null}
 */
export function nextMilestone({ status, registrationStart, registrationEnd, startDate, endDate }) {
  switch (status) {
    case "PUBLISHED":
      return { text: "Registration opens in", at: registrationStart };
    case "REGISTRATION_OPEN":
      return { text: "Registration closes in", at: registrationEnd };
    case "REGISTRATION_CLOSED":
      return { text: "Starts in", at: startDate };
    case "ACTIVE":
      return { text: "Submissions close in", at: endDate };
    case "DRAFT":
    case "JUDGING":
    case "COMPLETED":
    case "CANCELLED":
      return null;
  }
}
