// @ts-check
/** @import { Happening, Message } from "../chat/messages.js" */
import { othersSince } from "../chat/messages.js";

/** Counts what others write while one looks at another part of the room. */
export class Unseen {
  /** Up to where one has seen it; null while one is looking. @type {number | null} */
  #left = null;

  /** One looks elsewhere from here on. @param {number} seq of the last message there is */
  leave(seq) {
    this.#left ??= seq;
  }

  back() {
    this.#left = null;
  }

  /** @param {(Message | Happening)[]} items @param {string | undefined} me */
  count(items, me) {
    return this.#left === null ? 0 : othersSince(items, this.#left, me);
  }
}
