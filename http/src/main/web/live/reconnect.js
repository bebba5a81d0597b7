// @ts-check
import { backoff } from "./backoff.js";

/** A connection that lived this long was a good one: the next failure counts as the first. */
const STABLE_MS = 5000;

/** When to come back: counts failures, honours what the server asked for, and knows when to ask `/about` first. */
export class Reconnect {
  /** @param {() => number} random */
  constructor(random) {
    this.random = random;
    this.failures = 0;
    this.withoutHello = 0;
    /** @type {number | null} */
    this.readyAt = null;
    /** @type {number | null} */
    this.notBefore = null;
  }

  get mustAskAbout() {
    return this.withoutHello >= 2;
  }

  hello() {
    this.withoutHello = 0;
  }

  /** @param {number} now */
  ready(now) {
    this.readyAt = now;
  }

  /** The server leaves and has given us a moment of our own. @param {number} now @param {number} afterMs */
  goaway(now, afterMs) {
    this.notBefore = now + afterMs;
  }

  /**
   * @param {number} now @param {boolean} hadHello
   * @returns {number} how long to wait
   */
  closed(now, hadHello) {
    if (!hadHello) this.withoutHello++;
    if (this.readyAt !== null && now - this.readyAt >= STABLE_MS) this.failures = 0;
    this.readyAt = null;
    const own = backoff(this.failures++, this.random);
    const wait = this.notBefore === null ? own : Math.max(0, this.notBefore - now);
    this.notBefore = null;
    return wait;
  }

  /** Somebody wants it now: the network is back, or a new sign-in. */
  reset() {
    this.failures = 0;
    this.withoutHello = 0;
    this.notBefore = null;
  }
}
