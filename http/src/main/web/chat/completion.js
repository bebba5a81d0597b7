// @ts-check
/** @import { Author } from "../live/types.js" */
import { folded } from "../i18n/folded.js";

/**
 * @typedef {{kind: "@" | ":", query: string, from: number, to: number}} Query   what is being typed, and where it stands
 * @typedef {{key: string, insert: string, label: string, sub: string, person?: Author, emoji?: string}} Suggestion
 */

const PERSON = /(?:^|[\s(])@([\p{L}\p{N}_.-]{0,40})$/u;
const EMOJI = /(?:^|\s):([\p{L}\p{N}_+-]{2,30})$/u;

/** What somebody is about to name, at the caret. @param {string} text @param {number} caret @returns {Query | null} */
export function queryAt(text, caret) {
  const before = text.slice(Math.max(0, caret - 60), caret);
  const person = PERSON.exec(before);
  const found = person ?? EMOJI.exec(before);
  if (!found) return null;
  return { kind: person ? "@" : ":", query: found[1], from: caret - found[1].length - 1, to: caret };
}

/** Who is meant: best first those whose name, or a part of it, begins so. @param {Author[]} people @param {string} query @param {number} most @returns {Author[]} */
export function peopleLike(people, query, most) {
  const wanted = folded(query);
  const rank = (/** @type {Author} */ { username, fullName }) => {
    if (folded(username).startsWith(wanted)) return 0;
    if (` ${folded(fullName)}`.includes(` ${wanted}`)) return 1;
    return folded(username).includes(wanted) ? 2 : 3;
  };
  const ranked = [...new Map(people.map((it) => [it.id, it])).values()].map((it) => ({ it, rank: rank(it) })).filter((it) => it.rank < 3);
  return ranked.sort((a, b) => a.rank - b.rank).slice(0, most).map(({ it }) => it);
}

/** The text with a suggestion in it, and where the caret stands then. @param {string} text @param {Query} query @param {string} insert */
export function completed(text, { from, to }, insert) {
  const rest = text.slice(to);
  const gap = rest.startsWith(" ") ? "" : " ";
  return { text: text.slice(0, from) + insert + gap + rest, caret: from + insert.length + 1 };
}
