// @ts-check
/** @import { Sink } from "./types.js" */
import { kept, session, live } from "../app/services.js";
import { keeping } from "../offline/log-keeper.js";

/**
 * A model may be kept on this device (`snapshot`, `changed`, `restore`), and may want to know that nobody follows it any more.
 * @typedef {{sink: Sink, refusal: import("./types.js").Refusal | null, ended?: () => void} & Partial<import("../offline/log-keeper.js").Keepable>} Followed
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
    entry = { model, stop: followed(channel, model), holders: 0 };
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

/**
 * Begins with what this device kept of it, and goes on from there.
 * @param {string} channel @param {Followed} model @returns {() => void} how to stop
 */
function followed(channel, model) {
  const keeper = kept.value;
  const { restore } = model;
  if (!keeper || !restore) return live.follow(channel, model.sink);
  let stop = () => {};
  let over = false;
  void keeper.log(channel).then((snapshot) => {
    if (over) return;
    if (snapshot) restore.call(model, snapshot);
    const endKeeping = keeping(channel, /** @type {any} */ (model), keeper);
    const unfollow = live.follow(channel, model.sink, snapshot?.last);
    stop = () => (endKeeping(), unfollow());
  });
  return () => {
    over = true;
    stop();
    model.ended?.();
  };
}

/** @param {string} channel @param {Held} entry */
function drop(channel, entry) {
  clearTimeout(entry.letGo);
  entry.stop();
  if (held.get(channel) === entry) held.delete(channel);
}
