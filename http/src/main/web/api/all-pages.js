// @ts-check
/** @import { Page } from "./types.js" */

/** @template T @typedef {(query: {limit: number, cursor: string}) => Promise<Page<T>>} FetchPage */

/** A list page by page, to its end. @template T @param {FetchPage<T>} fetchPage @returns {AsyncGenerator<T[]>} */
export async function* pagesOf(fetchPage) {
  let cursor = "";
  do {
    const { items, nextCursor } = await fetchPage({ limit: 100, cursor });
    yield items;
    cursor = nextCursor ?? "";
  } while (cursor);
}

/** All of a list that is shown as a whole. @template T @param {FetchPage<T>} fetchPage @returns {Promise<T[]>} */
export async function allPages(fetchPage) {
  /** @type {T[]} */
  const all = [];
  for await (const items of pagesOf(fetchPage)) all.push(...items);
  return all;
}
