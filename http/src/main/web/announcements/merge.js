// @ts-check
/** @import { Update } from "../api/types.js" */

/**
 * What the channel and the list tell, as one: the channel knows sooner, the list knows more. Newest first, what is scheduled
 * before that.
 * @param {{updates: Map<string, Update>, listed: Map<string, Update>, withdrawn: Set<string>, mine: Set<string>, acks: Map<string, number>}} known
 * @returns {Update[]}
 */
export function merged({ updates, listed, withdrawn, mine, acks }) {
  const ids = new Set([...listed.keys(), ...updates.keys()]);
  const all = [...ids].filter((id) => !withdrawn.has(id)).map((id) => {
    const it = /** @type {Update} */ ({ ...listed.get(id), ...updates.get(id) });
    const acknowledged = mine.has(id) || (listed.get(id)?.acknowledged ?? false);
    return { ...it, acknowledged, acks: acks.get(id) ?? it.acks };
  });
  return all.sort((a, b) => Date.parse(whenOf(b)) - Date.parse(whenOf(a)) || (a.id < b.id ? 1 : -1));
}

/** @param {Update} update */
const whenOf = ({ publishedAt, publishAt }) => publishedAt ?? publishAt ?? "9999-12-31T00:00:00Z";
