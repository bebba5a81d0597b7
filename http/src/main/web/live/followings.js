// @ts-check
/** @import { Connection } from "./connection.js" */
/** @import { Refusal, Sink } from "./types.js" */
import { refusalOf } from "./refusal.js";
import { Subscription } from "./subscription.js";
import { text } from "./text.js";

/** Every channel that somebody follows, on whatever connection there is. */
export class Followings {
  /** @param {import("./subscription.js").Port["page"]} page */
  constructor(page) {
    this.page = page;
    /** @type {Map<string, Subscription>} */
    this.subscriptions = new Map();
    /** The one that is ready. @type {Connection | null} */
    this.connection = null;
  }

  /** @param {string} channel @param {Sink} sink @param {number} [since] the last seq that is held already @returns {() => void} how to stop */
  follow(channel, sink, since) {
    const subscription = new Subscription(channel, sink, {
      send: (frame, request) => this.#send(frame, request),
      page: this.page,
      later: (ms, task) => {
        const timer = setTimeout(task, ms);
        return () => clearTimeout(timer);
      },
    });
    if (since) subscription.log.startAt(since + 1);
    this.subscriptions.set(channel, subscription);
    if (this.connection) subscription.open();
    return () => {
      if (this.subscriptions.get(channel) !== subscription) return;
      this.subscriptions.delete(channel);
      subscription.close();
    };
  }

  /** A repair is answered by events alone. @param {object} frame @param {import("./connection.js").Request} request */
  #send(frame, request) {
    if (request.kind === "repair") this.connection?.send(frame);
    else this.connection?.request(frame, request);
  }

  /** @param {Connection} connection */
  ready(connection) {
    this.connection = connection;
    for (const subscription of this.subscriptions.values()) subscription.open();
  }

  disconnected() {
    this.connection = null;
    for (const subscription of this.subscriptions.values()) subscription.disconnected();
  }

  forgetAll() {
    this.disconnected();
    this.subscriptions.clear();
  }

  /** @param {any} frame one that names a channel */
  received(frame) {
    const subscription = this.subscriptions.get(frame.channel);
    switch (frame.type) {
      case "subscribed":
        this.connection?.answered(frame.id);
        return subscription?.subscribed(frame);
      case "event":
        return subscription?.event(frame);
      case "board":
        return subscription?.boardIs(frame);
      case "board.delta":
        return subscription?.boardChanges(frame);
      case "signal":
        return subscription?.sink.signal?.(frame.kind, frame.data ?? {});
      case "revoked":
        return this.#revoked(frame.channel, frame.code);
      default:
      // Additive by contract: what we do not know, we leave.
    }
  }

  /** A subscription that the server does not grant. @param {string} channel @param {Refusal} refusal */
  refused(channel, refusal) {
    if (this.subscriptions.get(channel)?.refused(refusal)) this.subscriptions.delete(channel);
  }

  /** @param {string} channel @param {string} [code] */
  #revoked(channel, code = "denied") {
    const subscription = this.subscriptions.get(channel);
    this.subscriptions.delete(channel);
    subscription?.disconnected();
    subscription?.sink.refused?.(refusalOf(code, text.revoked));
  }
}
