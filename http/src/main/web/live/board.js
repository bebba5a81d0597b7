// @ts-check
/** @import { Board, BoardDelta, BoardRow } from "./types.js" */

/**
 * A newer board replaces what there is; an older one of the same counting does not.
 * @param {Board | null} current @param {Board} next @returns {Board | null}
 */
export function replaceBoard(current, next) {
  const older = current !== null && current.epoch === next.epoch && next.version < current.version;
  return older ? current : { ...next, rows: sorted(next.rows) };
}

/**
 * A delta applies only to the very board it was made for.
 * @param {Board | null} current @param {BoardDelta} delta
 * @returns {Board | null} null where it does not apply: wait for a board
 */
export function applyDelta(current, delta) {
  if (current === null || current.epoch !== delta.epoch || current.version !== delta.from) return null;
  const rows = new Map(current.rows.map((row) => [row.teamId, row]));
  for (const teamId of delta.removed ?? []) rows.delete(teamId);
  for (const row of delta.rows) rows.set(row.teamId, row);
  return { ...current, version: delta.to, rows: sorted([...rows.values()]) };
}

/** @param {BoardRow[]} rows */
function sorted(rows) {
  return [...rows].sort((a, b) => a.rank - b.rank || a.name.localeCompare(b.name) || (a.teamId < b.teamId ? -1 : 1));
}
