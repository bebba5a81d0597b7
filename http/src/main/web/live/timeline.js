// @ts-check
/** @import { LogEvent, Refusal, Sink, You } from "./types.js" */
import { live, api } from "../app/services.js";
import { Store } from "./store.js";

const PAGE = 50;

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
    this.loadingOlder = false;
    /** @type {Refusal | null} */
    this.refusal = null;
    /** Counts changes. @type {Store<number>} */
    this.changed = new Store(0);
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

  get hasOlder() {
    return this.subscribed && this.first > 1;
  }

  /** @param {You} you @param {number} from @param {number} head */
  onSubscribed(you, from, head) {
    this.subscribed = true;
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
    this.touch();
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

  /** The page before what is held. */
  async older() {
    if (!this.hasOlder || this.loadingOlder) return;
    this.loadingOlder = true;
    this.touch();
    try {
      const before = this.first;
      const { items } = await api.get(`/channels/${this.channel}/events`, { before, limit: PAGE });
      if (before !== this.first) return;
      this.events.unshift(...items);
      this.first = items.length > 0 ? items[0].seq : 1;
      this.rebuilt();
    } finally {
      this.loadingOlder = false;
      this.touch();
    }
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

  rebuilt() {}

  touch() {
    this.changed.set(this.changed.value + 1);
  }
}
