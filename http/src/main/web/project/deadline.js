// @ts-check
/** @import { Hackathon } from "../api/types.js" */

/**
 * What a team may do with its project, and until when: before the start, while it runs, in the time of grace for late
 * submissions, and after.
 * @typedef {{phase: "before" | "open" | "grace" | "over", at: string | null}} Deadline
 */

/** @param {Pick<Hackathon, "status" | "startDate" | "endDate" | "graceMinutes">} hackathon @param {number} now by the server's clock @returns {Deadline} */
export function deadlineOf({ status, startDate, endDate, graceMinutes = 0 }, now) {
  if (["JUDGING", "COMPLETED", "CANCELLED"].includes(status)) return { phase: "over", at: null };
  if (status !== "ACTIVE") return { phase: "before", at: startDate };
  if (now < Date.parse(endDate)) return { phase: "open", at: endDate };
  const graceEnd = Date.parse(endDate) + graceMinutes * 60_000;
  return now < graceEnd ? { phase: "grace", at: new Date(graceEnd).toISOString() } : { phase: "over", at: null };
}
