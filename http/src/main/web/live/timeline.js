// @ts-check
/** @import { LogEvent, Refusal, Sink, You } from "./types.js" */
import { live, api } from "../app/services.js";
import { Pulse } from "./pulse.js";

const PAGE = 100;
/** Of a log that is followed this much is held, and of one that somebody has scrolled up in. */
const MOST_AT_END = 1000;
const MOST_ABOVE = 20_000;
const DROPPED = 500;

/**
 * A log as far as it is held here: what came live, and older pages when somebody scrolls up. Those who show it keep what they
 * make of the events and are told when that has to change.
 */
export class Timeline {
  /** @param {string} channel */
  constructor(channel) {
    this.channel = channel;
    /** @type {LogEvent[]} */
    this.events = [];
    this.first = Infinity;
    this.head = 0;
    /** Last seq read, on any device. */
    this.read = 0;
    this.canWrite = false;
    this.subscribed = false;
    /** Whether the server has said where the log ends; until then one knows only where it ended before. */
    this.told = false;
    /** The load of an older page that is under way. @type {Promise<void> | null} */
    this.loading = null;
    /** @type {Refusal | null} */
    this.refusal = null;
    /** Whether nobody looks at what is older; whoever shows the log says so. */
    this.atEnd = true;
    this.changed = new Pulse();
    /** @type {Sink} */
    this.sink = {
      subscribed: (you, from, head) => this.onSubscribed(you, from, head),
      events: (events) => this.onEvents(events),
      forget: () => this.onForget(),
      refused: (refusal) => this.onRefused(refusal),
      signal: (kind, data) => this.onSignal(kind, data),
    };
  }

  get last() {
    return this.events.at(-1)?.seq ?? 0;
  }

  /** Whether all that the server has told of is held. */
  get upToDate() {
    return this.told && (this.last >= this.head || this.first > this.head);
  }

  get hasOlder() {
    return this.subscribed && this.first > 1;
  }

  /** @param {You} you @param {number} from @param {number} head */
  onSubscribed(you, from, head) {
    this.subscribed = true;
    this.told = true;
    this.refusal = null;
    this.canWrite = you.canWrite;
    this.read = Math.max(this.read, you.read ?? 0);
    this.head = Math.max(this.head, head);
    if (this.events.length === 0) this.first = from;
    this.touch();
  }

  /** @param {LogEvent[]} events */
  onEvents(events) {
    this.events.push(...events);
    this.head = Math.max(this.head, this.last);
    this.appended(events);
    if (this.events.length > (this.atEnd ? MOST_AT_END : MOST_ABOVE)) this.#drop(DROPPED);
    this.touch();
  }

  /** The reader is at the end again: the newest are enough. */
  trim(keep = DROPPED) {
    this.atEnd = true;
    if (this.events.length <= MOST_AT_END) return;
    this.#drop(this.events.length - keep);
    this.touch();
  }

  /** The oldest go; they are paged when somebody looks. @param {number} count */
  #drop(count) {
    this.events.splice(0, count);
    this.first = this.events[0].seq;
    this.rebuilt();
  }

  /** As it was when this browser saw it last. @param {import("../offline/kept.js").Snapshot} kept */
  restore({ events, head, read, canWrite }) {
    this.events = [...events];
    this.first = events[0]?.seq ?? 1;
    this.subscribed = true;
    Object.assign(this, { head, read, canWrite });
    this.rebuilt();
    this.touch();
  }

  /** What is worth keeping. @returns {import("../offline/kept.js").Snapshot} */
  get snapshot() {
    const { events, last, head, read, canWrite } = this;
    return { events, last, head, read, canWrite };
  }

  onForget() {
    this.events = [];
    this.first = Infinity;
    this.rebuilt();
    this.touch();
  }

  /** @param {Refusal} refusal */
  onRefused(refusal) {
    this.refusal = refusal;
    this.canWrite = false;
    this.touch();
  }

  /** @param {string} kind @param {any} data */
  onSignal(kind, data) {
    if (kind !== "read") return;
    this.read = Math.max(this.read, data.seq);
    this.touch();
  }

  /** The page before what is held; whoever asks while one is under way waits for that. @returns {Promise<void>} */
  older() {
    if (!this.hasOlder) return Promise.resolve();
    this.loading ??= this.#older().finally(() => {
      this.loading = null;
      this.touch();
    });
    return this.loading;
  }

  get loadingOlder() {
    return this.loading !== null;
  }

  async #older() {
    this.atEnd = false;
    this.touch();
    const before = this.first;
    const { items } = await api.get(`/channels/${this.channel}/events`, { before, limit: PAGE });
    if (before !== this.first) return;
    this.events.unshift(...items);
    this.first = items.length > 0 ? items[0].seq : 1;
    this.prepended(items);
  }

  /** Everything up to the newest has been seen. */
  markRead() {
    if (this.last <= this.read || document.hidden) return;
    this.read = this.last;
    live.signal(this.channel, "read", { seq: this.read });
    this.touch();
  }

  /** For those who make something of it. @param {LogEvent[]} _events */
  appended(_events) {}

  /** @param {LogEvent[]} _events */
  prepended(_events) {
    this.rebuilt();
  }

  rebuilt() {}

  touch() {
    this.changed.touch();
  }
}
