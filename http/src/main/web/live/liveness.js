// @ts-check
import { Timers } from "./timers.js";

const ANSWER_MS = 10_000;

/**
 * Whether a connection that says nothing still is one: it is asked after a silence as long as a heartbeat, for a page is shown
 * none of the server's pings.
 */
export class Liveness {
  #timers = new Timers();

  /** @param {() => void} ask sends something that is answered @param {() => void} dead */
  constructor(ask, dead) {
    this.ask = ask;
    this.dead = dead;
    this.heartbeatMs = 25_000;
  }

  /** Something came, whatever it was. */
  heard() {
    this.#timers.stop("answer");
    this.#timers.set("silence", this.heartbeatMs, this.ask);
  }

  /** Something was sent that is answered. */
  asked() {
    this.#timers.set("answer", Math.min(ANSWER_MS, this.heartbeatMs), this.dead);
  }

  stop() {
    this.#timers.stop("silence", "answer");
  }
}
