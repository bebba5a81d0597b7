// @ts-check
/** @import { Board, BoardDelta, LogEvent, Refusal, Sink } from "./types.js" */
import { applyDelta, replaceBoard } from "./board.js";
import { ChannelLog } from "./log.js";

const MEND_AGAIN_MS = 4000;
const MEND_ATTEMPTS = 6;
/** Further behind than this, a client starts at the newest page; what is older is paged when somebody looks. */
const WORTH_FILLING = 2000;
const BUFFER_MAX = 2000;

/**
 * What a subscription needs of its surroundings.
 * @typedef {object} Port
 * @property {(frame: object, about: {kind: string, channel: string}) => void} send
 * @property {(channel: string, query: {after?: number, before?: number, limit: number}) => Promise<{items: LogEvent[]}>} page
 * @property {(ms: number, task: () => void) => () => void} later   returns how to cancel
 */

/** One channel that somebody follows: across reconnects, gaps and resets. */
export class Subscription {
  /** @param {string} channel @param {Sink} sink @param {Port} port */
  constructor(channel, sink, port) {
    this.channel = channel;
    this.sink = sink;
    this.port = port;
    this.log = new ChannelLog();
    /** @type {Board | null} */
    this.board = null;
    this.live = false;
    /** Nothing below it may be repaired on this connection. */
    this.from = 1;
    this.mending = 0;
    /** What was asked for reaches to here. */
    this.asked = 0;
    /** @type {(() => void) | null} */
    this.timer = null;
  }

  /** The connection is ready. */
  open() {
    this.live = false;
    const since = this.log.cursor;
    const frame = { type: "subscribe", channel: this.channel, ...(since === undefined ? {} : { since }) };
    this.port.send(frame, { kind: "subscribe", channel: this.channel });
  }

  disconnected() {
    this.live = false;
    this.#calm();
  }

  close() {
    this.#calm();
    if (this.live) this.port.send({ type: "unsubscribe", channel: this.channel }, { kind: "unsubscribe", channel: this.channel });
    this.live = false;
  }

  /** @param {{from?: number, head?: number, reset?: boolean, complete?: boolean, you?: any}} frame */
  subscribed({ from, head = 0, reset = false, you }) {
    this.live = true;
    this.from = from ?? 1;
    const last = this.log.last;
    if (last === null || reset || this.from - 1 - last > WORTH_FILLING) {
      if (last !== null) this.sink.forget?.();
      this.log.startAt(this.from);
    }
    this.sink.subscribed?.(you ?? { canWrite: false }, this.from, head);
  }

  /** @param {LogEvent} event */
  event(event) {
    const ready = this.log.apply(event);
    if (ready.length > 0) {
      this.mending = 0;
      this.sink.events?.(ready);
    }
    if (this.log.early.size > BUFFER_MAX) this.#again();
    else if (this.log.gap === null) this.#calm();
    else if (this.timer === null || (this.log.last ?? 0) >= this.asked) this.#mend();
  }

  /** @param {Board} board */
  boardIs(board) {
    this.#calm();
    this.board = replaceBoard(this.board, board);
    if (this.board) this.sink.board?.(this.board);
  }

  /** @param {BoardDelta} delta */
  boardChanges(delta) {
    const next = applyDelta(this.board, delta);
    if (next) {
      this.board = next;
      this.sink.board?.(next);
    } else if (this.timer === null) {
      this.timer = this.port.later(MEND_AGAIN_MS, () => this.#again());
    }
  }

  /** @param {Refusal} refusal @returns {boolean} whether to give the channel up */
  refused(refusal) {
    this.live = false;
    this.#calm();
    if (refusal.retryable) {
      this.timer = this.port.later(refusal.afterMs ?? 2000, () => {
        this.timer = null;
        this.open();
      });
      return false;
    }
    this.sink.refused?.(refusal);
    return true;
  }

  #mend() {
    const gap = this.log.gap;
    this.#calm();
    if (gap === null) return;
    if (++this.mending > MEND_ATTEMPTS) return this.#again();
    this.asked = gap.to;
    this.timer = this.port.later(MEND_AGAIN_MS, () => this.#mend());
    if (gap.from < this.from || this.mending > 2) void this.#fillByPage(gap);
    else this.port.send({ type: "repair", channel: this.channel, ...gap }, { kind: "repair", channel: this.channel });
  }

  /** @param {{from: number, to: number}} gap */
  async #fillByPage({ from, to }) {
    try {
      const page = await this.port.page(this.channel, { after: from - 1, limit: to - from + 1 });
      for (const event of page.items) this.event({ ...event, channel: this.channel });
    } catch {
      // The timer asks again.
    }
  }

  /** Start the subscription anew from the cursor. */
  #again() {
    this.#calm();
    this.mending = 0;
    this.log.early.clear();
    this.port.send({ type: "unsubscribe", channel: this.channel }, { kind: "unsubscribe", channel: this.channel });
    this.open();
  }

  #calm() {
    this.timer?.();
    this.timer = null;
  }
}
