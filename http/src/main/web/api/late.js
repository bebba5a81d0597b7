// @ts-check
/** Answers that come after an older one was shown in their stead: whoever reads is handed them in a second reading. */

/** @typedef {{body: any, etag?: string}} Exchanged */
/** Null: it says nothing new, or did not come. @typedef {Promise<[question: string, answer: Exchanged] | null>} Late */

/** What those who read at the moment were shown older answers for. @type {Set<Late[]>} */
const readers = new Set();
/** What waits for those who read again. @type {Map<string, Exchanged>} */
const held = new Map();

/** An older answer is given to whoever reads now. @param {Late} late */
export function mayCome(late) {
  for (const reader of readers) reader.push(late);
}

/** What came late, once. @param {string} question */
export function handed(question) {
  const answer = held.get(question);
  held.delete(question);
  return answer;
}

/** Whatever is written makes older what was read before. */
export const outdate = () => held.clear();

/** Reads, and once more when something newer has come late, with that instead of asking again. @param {() => Promise<void>} read @param {() => boolean} wanted whether it still is */
export async function reading(read, wanted) {
  /** @type {Late[]} */
  const late = [];
  readers.add(late);
  await read().finally(() => readers.delete(late));
  if (late.length > 0) void again(late, read, wanted);
}

/** @param {Late[]} late @param {() => Promise<void>} read @param {() => boolean} wanted */
async function again(late, read, wanted) {
  const came = (await Promise.all(late)).filter((it) => it !== null);
  if (came.length === 0 || !wanted()) return;
  for (const [question, answer] of came) held.set(question, answer);
  await read();
  for (const [question, answer] of came) if (held.get(question) === answer) held.delete(question);
}
