// @ts-check

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

/**
 * Full jitter: anything from nothing to min(30 s, 1 s · 2^n), so that ten thousand clients do not come back at once.
 * @param {number} failures how many attempts failed in a row (0 = the first reconnect)
 * @param {() => number} random
 */
export function backoff(failures, random = Math.random) {
  return Math.floor(random() * Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10)));
}
