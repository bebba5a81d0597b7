// @ts-check
/** @import { Scorecard } from "../api/types.js" */

/** @typedef {{teamId: string, name: string, card?: Scorecard}} Assignment */
/** @typedef {"all" | "open" | "draft" | "done"} Filter */

/** How far a judge is with it. @param {Assignment} assignment @returns {"open" | "draft" | "done"} */
export const stateOf = ({ card }) => (card?.complete ? "done" : card ? "draft" : "open");

/** @param {Assignment[]} assignments @param {Filter} filter */
export const shown = (assignments, filter) => (filter === "all" ? assignments : assignments.filter((it) => stateOf(it) === filter));

/** The next one that is not done, going on from here and then from the start. @param {Assignment[]} assignments @param {string | null} [from] */
export function nextOpen(assignments, from = null) {
  const at = assignments.findIndex(({ teamId }) => teamId === from);
  const order = [...assignments.slice(at + 1), ...assignments.slice(0, Math.max(0, at))];
  return order.find((it) => stateOf(it) !== "done")?.teamId ?? null;
}

/** So many further in the list, which has two ends. @param {Assignment[]} assignments @param {string | null} from @param {number} steps */
export function neighbour(assignments, from, steps) {
  const at = assignments.findIndex(({ teamId }) => teamId === from);
  if (at < 0) return assignments[steps > 0 ? 0 : assignments.length - 1]?.teamId ?? null;
  return assignments[at + steps]?.teamId ?? null;
}
