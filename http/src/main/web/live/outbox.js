// @ts-check
/** @import { Ack, CommandKeeper, Refusal, Waiting } from "./types.js" */
import { Store } from "./store.js";

/**
 * @typedef {object} Command
 * @property {string} cid
 * @property {string} channel
 * @property {string} kind
 * @property {any} data
 * @property {number | null} id       of the frame that carries it on this connection; null = not sent on it
 * @property {number} sentAt
 * @property {number} notBefore       when the server wants to see it again
 * @property {(ack: Ack) => void} resolve
 * @property {(refusal: Refusal) => void} reject
 */

/** What may be given anew after the tab was closed: what replaces something (a score, an edited announcement) might by then undo something newer. */
const OUTLIVES = /^(message\.|reaction\.|announcement\.acknowledge$)/;

/**
 * Commands that nobody has acknowledged yet, in the order in which they were given. Within a channel none overtakes
 * another: a command that has to wait holds back the later ones.
 */
export class Outbox {
  constructor() {
    /** @type {Map<string, Command>} */
    this.commands = new Map();
    /** Messages that were refused, until their author tries again or discards them. @type {Map<string, Waiting>} */
    this.refusals = new Map();
    /** @type {Pick<CommandKeeper, "keepCommand" | "forgetCommand"> | null} */
    this.keeper = null;
    /** Counts changes of what waits. @type {Store<number>} */
    this.changed = new Store(0);
  }

  get size() {
    return this.commands.size;
  }

  /** @param {string} cid @param {string} channel @param {string} kind @param {any} data @returns {Promise<Ack>} */
  add(cid, channel, kind, data) {
    const held = this.commands.get(cid);
    return new Promise((resolve, reject) => {
      if (held) {
        const { resolve: first, reject: no } = held;
        held.resolve = (ack) => (first(ack), resolve(ack));
        held.reject = (refusal) => (no(refusal), reject(refusal));
        return;
      }
      this.commands.set(cid, { cid, channel, kind, data, id: null, sentAt: 0, notBefore: 0, resolve, reject });
      this.refusals.delete(cid);
      if (OUTLIVES.test(kind)) void this.keeper?.keepCommand({ cid, channel, kind, data });
      this.#touch();
    });
  }

  /** Everything of a channel that has no answer, or that its author has to decide about. @param {string} channel @returns {Waiting[]} */
  waitingIn(channel) {
    const waiting = [...this.refusals.values(), ...this.commands.values()].filter((it) => it.channel === channel);
    return waiting.sort((a, b) => (a.cid < b.cid ? -1 : 1));
  }

  /** One that was refused before the page was opened. @param {Waiting} waiting */
  refusedBefore(waiting) {
    this.refusals.set(waiting.cid, waiting);
    this.#touch();
  }

  /** Its author does not want it any more. @param {string} cid */
  forget(cid) {
    this.commands.delete(cid);
    this.refusals.delete(cid);
    void this.keeper?.forgetCommand(cid);
    this.#touch();
  }

  /** What may be sent at `now`. @param {number} now @returns {Command[]} */
  due(now) {
    const held = new Set();
    const due = [];
    for (const command of this.commands.values()) {
      if (command.notBefore > now) held.add(command.channel);
      else if (command.id === null && !held.has(command.channel)) due.push(command);
    }
    return due;
  }

  /** The next moment at which something that waits may be sent. @returns {number | null} */
  get nextAt() {
    const waiting = [...this.commands.values()].filter((command) => command.id === null && command.notBefore > 0);
    return waiting.length === 0 ? null : Math.min(...waiting.map((command) => command.notBefore));
  }

  /** The oldest sending that has had no answer. @returns {number | null} */
  get unansweredSince() {
    const sent = [...this.commands.values()].filter((command) => command.id !== null);
    return sent.length === 0 ? null : Math.min(...sent.map((command) => command.sentAt));
  }

  /** The connection is gone: all is to be sent again, with the same cids. */
  disconnected() {
    for (const command of this.commands.values()) command.id = null;
  }

  /** @param {number} id @param {Ack & {cid?: string}} ack @returns {boolean} whether it was one of ours */
  acked(id, ack) {
    const command = (ack.cid && this.commands.get(ack.cid)) || this.#byId(id);
    if (!command) return false;
    this.forget(command.cid);
    command.resolve(ack);
    return true;
  }

  /**
   * @param {number} id @param {Refusal} refusal @param {number} now @param {number} waitMs where the server names no wait
   * @returns {boolean} whether it was one of ours
   */
  refused(id, refusal, now, waitMs) {
    const command = this.#byId(id);
    if (!command) return false;
    if (refusal.retryable) {
      command.id = null;
      command.notBefore = now + (refusal.afterMs ?? waitMs);
    } else {
      this.drop(command.cid, refusal);
    }
    return true;
  }

  /** The server's last word on it. @param {string} cid @param {Refusal} refusal */
  drop(cid, refusal) {
    const command = this.commands.get(cid);
    if (!command) return;
    const { channel, kind, data } = command;
    this.forget(cid);
    if (kind === "message.post") {
      this.refusals.set(cid, { cid, channel, kind, data, refusal });
      void this.keeper?.keepCommand({ cid, channel, kind, data, refusal });
    }
    this.#touch();
    command.reject(refusal);
  }

  /** This page sends nothing more; what is kept is for the next one. @param {Refusal} refusal */
  leaveAll(refusal) {
    const left = [...this.commands.values()];
    this.commands.clear();
    this.refusals.clear();
    this.#touch();
    for (const { reject } of left) reject(refusal);
  }

  #touch() {
    this.changed.set(this.changed.value + 1);
  }

  /** @param {number} id */
  #byId(id) {
    for (const command of this.commands.values()) if (command.id === id) return command;
    return undefined;
  }
}
