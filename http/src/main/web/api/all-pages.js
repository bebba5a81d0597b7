// @ts-check
/** @import { Page } from "./types.js" */

const MOST_PAGES = 20;

/**
 * All of a list that is known to be short.
 * @template T
 * @param {(query: {limit: number, cursor: string}) => Promise<Page<T>>} fetchPage
 * @returns {Promise<T[]>}
 */
export async function allPages(fetchPage) {
  /** @type {T[]} */
  const all = [];
  let cursor = "";
  for (let i = 0; i < MOST_PAGES; i++) {
    const { items, nextCursor } = await fetchPage({ limit: 100, cursor });
    all.push(...items);
    if (!nextCursor) break;
    cursor = nextCursor;
  }
  return all;
}
