// @ts-check
/** @import { Ack, Refusal } from "./types.js" */

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

/**
 * Commands that nobody has acknowledged yet, in the order in which they were given. Within a channel none overtakes
 * another: a command that has to wait holds back the later ones.
 */
export class Outbox {
  constructor() {
    /** @type {Map<string, Command>} */
    this.commands = new Map();
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
    });
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
    this.commands.delete(command.cid);
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

  /** @param {string} cid @param {Refusal} refusal */
  drop(cid, refusal) {
    const command = this.commands.get(cid);
    this.commands.delete(cid);
    command?.reject(refusal);
  }

  /** @param {Refusal} refusal */
  dropAll(refusal) {
    for (const cid of [...this.commands.keys()]) this.drop(cid, refusal);
  }

  /** @param {number} id */
  #byId(id) {
    for (const command of this.commands.values()) if (command.id === id) return command;
    return undefined;
  }
}
