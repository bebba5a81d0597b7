// @ts-check
import { folded } from "../i18n/folded.js";

/**
 * What one can jump to.
 * @typedef {object} Entry
 * @property {string} key
 * @property {"teams" | "pages" | "hackathons" | "actions"} group
 * @property {string} name
 * @property {string} icon
 * @property {string} [more]    beside the name
 * @property {string} [words]   what else it is looked for by
 * @property {number} [unread]
 * @property {string} [href]
 * @property {() => void} [act]
 */

const GROUPS = ["teams", "pages", "hackathons", "actions"];

/**
 * How well a name fits what is typed: 0 = not at all. Each word typed has to be found; beginnings count most.
 * @param {string} typed @param {string} name @param {string} [words]
 */
export function fit(typed, name, words = "") {
  const sought = folded(typed).split(/\s+/).filter(Boolean);
  const shown = folded(name);
  let sum = sought.length === 0 ? 1 : 0;
  for (const word of sought) {
    const found = scoreOf(word, shown) || (folded(words).split(/\s+/).some((it) => it.startsWith(word)) ? 2 : 0);
    if (found === 0) return 0;
    sum += found;
  }
  return sum;
}

/** @param {string} word @param {string} name */
function scoreOf(word, name) {
  if (name.startsWith(word)) return 8;
  if (name.split(/[^\p{L}\p{N}]+/u).some((it) => it.startsWith(word))) return 6;
  if (name.includes(word)) return 4;
  const initials = name.split(/[^\p{L}\p{N}]+/u).map((it) => it[0] ?? "").join("");
  return word.length > 1 && initials.startsWith(word) ? 3 : 0;
}

/**
 * The entries that fit, best first within their groups, each group as one.
 * @param {Entry[]} entries @param {string} typed @returns {Entry[]}
 */
export function matching(entries, typed) {
  const scored = entries.map((entry, at) => ({ entry, at, score: fit(typed, entry.name, `${entry.words ?? ""} ${entry.more ?? ""}`) })).filter(({ score }) => score > 0);
  const best = new Map(GROUPS.map((group) => [group, Math.max(0, ...scored.filter(({ entry }) => entry.group === group).map(({ score }) => score))]));
  const order = typed.trim() === "" ? GROUPS : GROUPS.toSorted((a, b) => /** @type {number} */ (best.get(b)) - /** @type {number} */ (best.get(a)));
  return order.flatMap((group) => scored.filter(({ entry }) => entry.group === group).sort((a, b) => b.score - a.score || a.at - b.at).map(({ entry }) => entry));
}
