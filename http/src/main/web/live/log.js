// @ts-check
/** @import { LogEvent } from "./types.js" */

/** The most events that one repair may ask for. */
const REPAIR_MAX = 500;

/**
 * One channel's order, and nothing else: applies seq = last + 1, drops what it has had, keeps what comes too early and says
 * what is missing. Knows no socket, no clock, no screen.
 */
export class ChannelLog {
  constructor() {
    /** The last seq applied; null before anything is known. @type {number | null} */
    this.last = null;
    /** The lowest seq that this log may still be sent. */
    this.floor = 1;
    /** @type {Map<number, LogEvent>} */
    this.early = new Map();
  }

  /** What to say as `since`. */
  get cursor() {
    return this.last === null ? undefined : this.last;
  }

  /** Forget all: the next event is `from`. @param {number} from */
  startAt(from) {
    this.last = from - 1;
    this.floor = from;
    this.early.clear();
  }

  /**
   * @param {LogEvent} event
   * @returns {LogEvent[]} what may be shown now, in order
   */
  apply(event) {
    if (this.last === null) this.startAt(event.seq);
    if (event.seq <= /** @type {number} */ (this.last)) return [];
    this.early.set(event.seq, event);
    return this.#drain();
  }

  /** What is missing before the earliest event that came too early. @returns {{from: number, to: number} | null} */
  get gap() {
    if (this.early.size === 0 || this.last === null) return null;
    const next = Math.min(...this.early.keys());
    return { from: this.last + 1, to: Math.min(next - 1, this.last + REPAIR_MAX) };
  }

  #drain() {
    const ready = [];
    let last = /** @type {number} */ (this.last);
    for (let next = this.early.get(last + 1); next; next = this.early.get(last + 1)) {
      this.early.delete(++last);
      ready.push(next);
    }
    this.last = last;
    return ready;
  }
}
