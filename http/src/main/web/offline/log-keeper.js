// @ts-check
/** @import { Kept, Snapshot } from "./kept.js" */
/** @import { Refusal } from "../live/types.js" */
/** @import { Store } from "../live/store.js" */

/** A busy room is written this often. */
const EVERY_MS = 2000;

/** @typedef {{changed: Store<number>, snapshot: Snapshot, refusal: Refusal | null, subscribed: boolean, restore: (kept: Snapshot) => void}} Keepable */

/**
 * Keeps the end of a log on this device while it is followed, and forgets it when it may not be read any more.
 * @param {string} channel @param {Keepable} model @param {Kept} kept @returns {() => void} how to stop
 */
export function keeping(channel, model, kept) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  let version = "";
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const { snapshot } = model;
    const now = `${snapshot.last} ${snapshot.read} ${snapshot.canWrite}`;
    if (!model.subscribed || model.refusal || now === version) return;
    version = now;
    void kept.keepLog(channel, snapshot);
  };
  const stop = model.changed.watch(() => {
    if (model.refusal) void kept.forgetLog(channel);
    else timer ??= setTimeout(write, EVERY_MS);
  });
  addEventListener("pagehide", write);
  return () => {
    removeEventListener("pagehide", write);
    stop();
    write();
  };
}
