// @ts-check
/** @import { Sink } from "./types.js" */
import { session, live } from "../app/services.js";

/**
 * @typedef {{sink: Sink, refusal: import("./types.js").Refusal | null}} Followed
 * @typedef {{model: any, stop: () => void, holders: number, letGo?: ReturnType<typeof setTimeout>}} Held
 */

const LINGER_MS = 60_000;

/** @type {Map<string, Held>} */
const held = new Map();

session.state.watch(() => {
  if (session.user?.id === owner) return;
  owner = session.user?.id;
  held.forEach(({ stop, letGo }) => (clearTimeout(letGo), stop()));
  held.clear();
});
let owner = session.user?.id;

/**
 * One model a channel, however many look at it; it is followed for a while after the last one left, so that coming back
 * is instant.
 * @template {Followed} T
 * @param {string} channel @param {() => T} create
 * @returns {{model: T, release: () => void}}
 */
export function hold(channel, create) {
  let entry = held.get(channel);
  if (entry?.holders === 0 && entry.model.refusal) {
    // Whoever comes again may have become somebody who may.
    drop(channel, entry);
    entry = undefined;
  }
  if (!entry) {
    const model = create();
    entry = { model, stop: live.follow(channel, model.sink), holders: 0 };
    held.set(channel, entry);
  }
  const mine = entry;
  clearTimeout(mine.letGo);
  mine.holders++;
  let released = false;
  return {
    model: mine.model,
    release: () => {
      if (released) return;
      released = true;
      if (--mine.holders > 0) return;
      mine.letGo = setTimeout(() => {
        drop(channel, mine);
      }, LINGER_MS);
    },
  };
}

/** @param {string} channel @param {Held} entry */
function drop(channel, entry) {
  clearTimeout(entry.letGo);
  entry.stop();
  if (held.get(channel) === entry) held.delete(channel);
}
