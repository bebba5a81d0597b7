// @ts-check
/** @import { Room } from "./room.js" */
import { toastProblem } from "../design/toast.js";

/** Older pages are asked for this many views before the reader is there. */
const AHEAD = 3;
const AGAIN_MS = 5000;
/** Who stays at the end that long needs no history any more. */
const TRIM_MS = 60_000;

/** How much of a room is held: more before the reader gets to its top, less again once they stay at its end. */
export class History {
  /** @param {Room} room */
  constructor(room) {
    this.room = room;
    this.troubleUntil = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.trimming = undefined;
  }

  /** Where the reader is. @param {{atEnd: boolean, above: number}} view `above`: how many views lie above it */
  look({ atEnd, above }) {
    const { room } = this;
    if (atEnd) this.trimming ??= setTimeout(() => room.trim(), TRIM_MS);
    else this.#keep();
    if (above < AHEAD && room.hasOlder && !room.loadingOlder && performance.now() > this.troubleUntil) void this.older();
  }

  async older() {
    try {
      this.#keep();
      await this.room.older();
    } catch (error) {
      this.troubleUntil = performance.now() + AGAIN_MS;
      toastProblem(error);
    }
  }

  #keep() {
    this.stop();
    this.room.atEnd = false;
  }

  stop() {
    clearTimeout(this.trimming);
    this.trimming = undefined;
  }
}
