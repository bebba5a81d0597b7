// @ts-check
/** @import { LogEvent, Waiting } from "../live/types.js" */
import * as database from "./database.js";
import { Drafts } from "./drafts.js";
import { scrubbed } from "./scrub.js";

const MOST_EVENTS = 200;
const MOST_LOGS = 40;
const MOST_ANSWERS = 200;
const PRUNE_EVERY = 50;

/** Whoever is not signed in: nothing but what everybody may read. */
export const GUEST = "guest";

/**
 * @typedef {{events: LogEvent[], last: number, head: number, read: number, canWrite: boolean}} Snapshot
 * @typedef {{body: any, etag?: string, at: number}} Answer
 */

/**
 * What this browser keeps of one person, so that a page opens without a server and what was typed outlives the tab. Where the
 * browser keeps nothing (a private window, a full disk) all goes on from memory.
 */
export class Kept {
  /** @param {string} user */
  constructor(user) {
    this.user = user;
    this.ended = false;
    this.drafts = new Drafts(user);
    // Guests begin nothing that would be theirs.
    this.drafts.ended = user === GUEST;
    this.answersKept = 0;
  }

  /** Not acknowledged yet, in the order in which they were given. @returns {Promise<Waiting[]>} */
  async commands() {
    return (await this.#try(database.all("commands", this.user))) ?? [];
  }

  /** @param {Waiting} command */
  keepCommand({ cid, channel, kind, data, refusal }) {
    return this.#put("commands", { key: cid, cid, channel, kind, data, refusal });
  }

  /** @param {string} cid */
  forgetCommand(cid) {
    return this.#try(database.remove("commands", this.user, cid));
  }

  /** @param {string} channel @returns {Promise<Snapshot | undefined>} */
  log(channel) {
    return this.#try(database.get("logs", this.user, channel));
  }

  /** @param {string} channel @param {Snapshot} snapshot */
  async keepLog(channel, { events, ...more }) {
    const newest = scrubbed(events).slice(-MOST_EVENTS);
    await this.#put("logs", { key: channel, ...more, events: newest, at: Date.now() });
  }

  /** @param {string} channel */
  forgetLog(channel) {
    return this.#try(database.remove("logs", this.user, channel));
  }

  /** The last answer to a question, and when it came. @param {string} question @returns {Promise<Answer | undefined>} */
  answer(question) {
    return this.#try(database.get("answers", this.user, question));
  }

  /** @param {string} question @param {any} body @param {string} [etag] its version */
  async keepAnswer(question, body, etag) {
    await this.#put("answers", { key: question, body, etag, at: Date.now() });
    if (this.answersKept++ % PRUNE_EVERY === 0) await this.prune();
  }

  /** Only the newest stay. */
  async prune() {
    await this.#try(database.keepNewest("answers", this.user, MOST_ANSWERS));
    await this.#try(database.keepNewest("logs", this.user, MOST_LOGS));
  }

  /** What others left here goes; what somebody could not send, only once somebody else has signed in. */
  async alone() {
    await this.#try(database.removeOthers("logs", this.user));
    await this.#try(database.removeOthers("answers", this.user));
    if (this.user === GUEST) return;
    this.drafts.eraseOthers();
    await this.#try(database.removeOthers("commands", this.user));
  }

  /** Nothing is written from now on, and what there is goes; what was not sent only where they left by themselves. @param {boolean} unsentToo */
  async erase(unsentToo) {
    this.ended = true;
    if (unsentToo) this.drafts.erase();
    else this.drafts.ended = true;
    await this.#try(database.removeAll("logs", this.user));
    await this.#try(database.removeAll("answers", this.user));
    if (unsentToo) await this.#try(database.removeAll("commands", this.user));
  }

  /** @param {database.Kind} kind @param {{key: string} & Record<string, any>} record */
  async #put(kind, record) {
    if (!this.ended) await this.#try(database.put(kind, { user: this.user, ...record }));
  }

  /** @template T @param {Promise<T>} act @returns {Promise<T | undefined>} */
  async #try(act) {
    try {
      return await act;
    } catch (error) {
      console.warn("This browser keeps nothing for later:", error);
      return undefined;
    }
  }
}
