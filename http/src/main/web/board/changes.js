// @ts-check
/** @import { Board } from "../live/types.js" */

/**
 * What became different between two boards, as far as it is worth telling somebody who does not see them.
 * @typedef {{leader?: string, mine?: number, moved: string[], scores: number, frozen?: boolean}} Changes
 */

const NAMED = 3;

/**
 * @param {Board} before @param {Board} now @param {string} [mine] my team's id
 * @returns {Changes | null} null where nothing did
 */
export function changesOf(before, now, mine) {
  const old = new Map(before.rows.map((row) => [row.teamId, row]));
  const leaders = (/** @type {Board} */ board) => board.rows.filter(({ rank }) => rank === 1).map(({ teamId }) => teamId).join();
  const moved = now.rows.filter(({ teamId, rank }) => rank < (old.get(teamId)?.rank ?? Infinity) && old.has(teamId)).map(({ name }) => name);
  const scores = now.rows.filter(({ teamId, score }) => old.get(teamId)?.score !== score).length;
  const own = now.rows.find(({ teamId }) => teamId === mine);
  /** @type {Changes} */
  const changes = { moved: moved.slice(0, NAMED), scores };
  if (leaders(before) !== leaders(now) && now.rows.length > 0) changes.leader = now.rows[0].name;
  if (own && own.rank !== old.get(own.teamId)?.rank) changes.mine = own.rank;
  if (before.frozen !== now.frozen) changes.frozen = now.frozen;
  return scores > 0 || moved.length > 0 || changes.frozen !== undefined ? changes : null;
}

