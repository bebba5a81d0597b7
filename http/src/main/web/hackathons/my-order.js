// @ts-check
/** @import { Hackathon, Status } from "../api/types.js" */

/** What is on comes before what comes, and that before what is over. @type {Status[]} */
const ORDER = ["ACTIVE", "JUDGING", "REGISTRATION_CLOSED", "REGISTRATION_OPEN", "PUBLISHED", "DRAFT", "COMPLETED", "CANCELLED"];

/**
 * The most urgent first: by what it is at, then by what is due next.
 * @template {{id: string, status: Status}} T
 * @param {T[]} mine @param {Map<string, Pick<Hackathon, "startDate" | "endDate">>} details @returns {T[]}
 */
export function byUrgency(mine, details) {
  const due = (/** @type {T} */ { id, status }) => {
    const known = details.get(id);
    return known ? Date.parse(status === "ACTIVE" ? known.endDate : known.startDate) : Infinity;
  };
  return mine.toSorted((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
}
