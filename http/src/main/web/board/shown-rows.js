// @ts-check
/** @import { BoardRow } from "../live/types.js" */

/**
 * The rows of one page: the leaders on each, then the page's share of the others.
 * @param {BoardRow[]} rows in order
 * @param {{limit: number, page: number, pinned: number}} how many rows a page has, which page, how many leaders are on each
 * @returns {BoardRow[]}
 */
export function shownRows(rows, { limit, page, pinned }) {
  if (limit <= 0 || rows.length <= limit) return rows;
  const leaders = rows.slice(0, pinned);
  const share = limit - leaders.length;
  const at = leaders.length + (page % pagesOf(rows.length, { limit, pinned })) * share;
  // The last page is as full as the others.
  const from = Math.max(leaders.length, Math.min(at, rows.length - share));
  return [...leaders, ...rows.slice(from, from + share)];
}

/** @param {number} count @param {{limit: number, pinned: number}} how */
export function pagesOf(count, { limit, pinned }) {
  if (limit <= 0 || count <= limit) return 1;
  return Math.ceil((count - pinned) / (limit - pinned));
}
