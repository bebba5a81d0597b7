// @ts-check
/** @import { Problem } from "../api/problem.js" */
/** @import { Scorecard } from "../api/types.js" */
/** @import { Marks } from "./rubric.js" */
import { problemOf } from "../api/problem.js";

const PAUSE_MS = 1200;

/**
 * @typedef {{marks: Marks, comment: string}} Content
 * @typedef {{teamId: string, criteria: Record<string, number | null>, comment?: string, complete: boolean}} Sent
 *
 * @typedef {object} Desk
 * @property {(card: Sent) => Promise<any>} send   fulfilled once it is stored
 * @property {(content: Content | null) => void} keep             on this device, until it is stored
 * @property {() => void} changed
 * @property {(card: Sent) => void} [stored]
 * @property {number} [pauseMs]
 */

/** One project's card while its judge fills it in: a draft saves itself; a complete card changes only when the judge says so. */
export class Scoring {
  /** @param {string} teamId @param {Desk} desk */
  constructor(teamId, desk) {
    this.teamId = teamId;
    this.desk = desk;
    /** @type {Content} */
    this.content = { marks: {}, comment: "" };
    this.complete = false;
    /** @type {"clean" | "unsaved" | "saving" | "saved" | "changed" | "refused" | "done"} */
    this.state = "clean";
    /** @type {Problem | null} */
    this.problem = null;
    /** What the server has. @type {Scorecard | undefined} */
    this.card = undefined;
    /** How often the server has stored it from here. */
    this.acks = 0;
    /** When the newest was written that the server has told of; and that it had before it stored ours. */
    this.newest = this.outdated = -1;
    /** Whether another device has scored it while this one was open. */
    this.elsewhere = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Promise<boolean> | null} */
    this.sending = null;
  }

  get dirty() {
    return ["unsaved", "saving", "changed", "refused"].includes(this.state);
  }

  /** Whether this is from before the server stored what was sent from here. @param {Scorecard | undefined} card @param {number} asked how often it had when it was asked */
  isOld(card, asked) {
    return asked < this.acks || writtenAt(card) <= this.outdated;
  }

  /** What the server has; what was written here and is not there yet stays. @param {Scorecard | undefined} card @param {Content | null} [kept] @param {number} [asked] as for `isOld` */
  start(card, kept = null, asked = this.acks) {
    this.newest = Math.max(this.newest, writtenAt(card));
    // From memory it may come again.
    if (asked < this.acks) this.outdated = Math.max(this.outdated, writtenAt(card));
    if (!this.dirty && !this.isOld(card, asked)) this.#take(card, kept);
  }

  /** @param {Scorecard | undefined} card @param {Content | null} kept */
  #take(card, kept) {
    const moved = this.card !== undefined && card !== undefined && says(this.card) !== says(card);
    this.card = card;
    this.complete = card?.complete ?? false;
    this.content = kept ?? { marks: { ...card?.criteria }, comment: card?.comment ?? "" };
    this.elsewhere = moved;
    this.#say(kept ? (this.complete ? "changed" : "unsaved") : "clean");
    if (kept && !this.complete) this.#soon();
  }

  /** @param {string} key @param {number | null | undefined} mark */
  mark(key, mark) {
    this.#change({ ...this.content, marks: { ...this.content.marks, [key]: mark } });
  }

  /** @param {string} comment */
  say(comment) {
    this.#change({ ...this.content, comment });
  }

  /** Back to what the server has. */
  discard() {
    this.desk.keep(null);
    this.state = "clean";
    this.#take(this.card, null);
  }

  /** Hands it in, whole. @returns {Promise<boolean>} */
  async finish() {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    return this.#send(true);
  }

  /** A draft that waits goes now. */
  async flush() {
    clearTimeout(this.timer);
    while (this.sending) await this.sending;
    if (this.state === "unsaved") await this.#send(false);
  }

  /** @param {Content} content */
  #change(content) {
    this.content = content;
    this.elsewhere = false;
    this.desk.keep(content);
    if (this.complete) return this.#say("changed");
    this.#say("unsaved");
    this.#soon();
  }

  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), this.desk.pauseMs ?? PAUSE_MS);
  }

  /** @param {boolean} complete */
  #send(complete) {
    this.sending = this.#sent(complete).finally(() => (this.sending = null));
    return this.sending;
  }

  /** @param {boolean} complete */
  async #sent(complete) {
    const { content } = this;
    const sent = cardOf(this.teamId, content, complete);
    this.#say("saving");
    try {
      await this.desk.send(sent);
    } catch (error) {
      this.#say("refused", problemOf(error));
      return false;
    }
    this.acks++;
    this.outdated = this.newest;
    this.card = { judgeId: "", ...sent };
    this.complete = complete;
    if (this.content === content) this.desk.keep(null);
    this.desk.stored?.(sent);
    this.#say(this.content === content ? (complete ? "done" : "saved") : complete ? "changed" : "unsaved");
    if (this.state === "unsaved") this.#soon();
    return true;
  }

  /** @param {Scoring["state"]} state @param {Problem | null} [problem] */
  #say(state, problem = null) {
    this.state = state;
    this.problem = problem;
    this.desk.changed();
  }
}

/** @param {string} teamId @param {Content} content @param {boolean} complete @returns {Sent} */
function cardOf(teamId, { marks, comment }, complete) {
  const criteria = /** @type {Record<string, number | null>} */ (Object.fromEntries(Object.entries(marks).filter(([, mark]) => mark !== undefined)));
  return { teamId, criteria, ...(comment.trim() ? { comment: comment.trim() } : {}), complete };
}

/** Nothing is from before everything. @param {Scorecard | undefined} card */
const writtenAt = (card) => Date.parse(card?.updatedAt ?? "") || 0;

/** @param {Scorecard} card */
const says = ({ criteria, comment = "", complete }) => JSON.stringify([Object.entries(criteria).sort(), comment, complete]);
