// @ts-check
/** @import { Ack, CommandKeeper, Environment, Sink, State } from "./types.js" */
import { Connection } from "./connection.js";
import { explanation, verdict } from "./closing.js";
import { Followings } from "./followings.js";
import { Reconnect } from "./reconnect.js";
import { refusalOf } from "./refusal.js";
import { Sender } from "./sender.js";
import { Store } from "./store.js";
import { takeUp } from "./take-up.js";
import { text } from "./text.js";
import { Timers } from "./timers.js";
import { uuidv7 } from "./uuid.js";

const CONNECT_MS = 10_000;

/** hackhub.v1: follows channels and sends commands, across every kind of interruption. */
export class LiveClient {
  /** @param {Environment} environment */
  constructor(environment) {
    this.environment = environment;
    this.dial = environment.dial ?? Connection.dial;
    this.now = environment.now ?? Date.now;
    this.timers = new Timers();
    this.reconnect = new Reconnect(environment.random ?? Math.random);
    this.sender = new Sender(() => this.now(), this.timers, () => this.#suspect());
    this.followings = new Followings(environment.page);
    /** @type {Store<State>} */
    this.state = new Store(/** @type {State} */ ({ phase: "idle" }));
    /** Read positions by channel, as the server last told. @type {Store<Record<string, number>>} */
    this.positions = new Store(/** @type {Record<string, number>} */ ({}));
    /** The server's clock minus ours. */
    this.skew = 0;
    /** @type {Connection | null} */
    this.connection = null;
    this.url = "";
    this.refreshed = false;
    this.attempt = 0;
  }

  get open() {
    return this.state.value.phase === "open";
  }

  /** What waits for its answer, or for its author to decide. */
  get outbox() {
    return this.sender.outbox;
  }

  /**
   * Connects as whoever is signed in now: nothing of before holds.
   * @param {CommandKeeper | null} [keeper] where commands outlive the tab
   */
  restart(keeper = null) {
    this.followings.forgetAll();
    this.outbox.leaveAll(refusalOf("unauthenticated", text.signedOut));
    void takeUp(this.sender, keeper, (waiting, refusal) => this.environment.refused?.(waiting, refusal));
    this.positions.set({});
    this.#lost();
    this.reconnect.reset();
    this.refreshed = false;
    void this.#connect();
  }

  /** Do not wait any longer. */
  hurry() {
    if (!["waiting", "hidden"].includes(this.state.value.phase)) return;
    this.reconnect.reset();
    void this.#connect();
  }

  /** Does the connection still live? */
  probe() {
    if (this.open) this.connection?.probe();
  }

  /** A newer token of the same session. @param {string | null} token */
  renew(token) {
    if (this.open && token) this.connection?.authenticate(token);
  }

  /** @param {string} channel @param {Sink} sink @param {number} [since] the last seq that is held already @returns {() => void} how to stop */
  follow(channel, sink, since) {
    return this.followings.follow(channel, sink, since);
  }

  /** A fresh command id, by the server's clock. */
  cid() {
    return uuidv7(this.now() + this.skew);
  }

  /**
   * Fulfilled when the server has committed it; sent again, with the same cid, until it says yes or no.
   * @param {string} channel @param {string} kind @param {any} data @param {string} [cid]
   * @returns {Promise<Ack>}
   */
  command(channel, kind, data, cid = this.cid()) {
    return this.sender.command(cid, channel, kind, data);
  }

  /** Typing, read: sent if that is possible, never answered. @param {string} channel @param {string} kind @param {any} data */
  signal(channel, kind, data = {}) {
    if (this.open) this.connection?.send({ type: "command", cid: this.cid(), channel, kind, data });
  }

  /** Who is here. @param {string} channel @returns {Promise<any[]>} */
  who(channel) {
    const { connection } = this;
    if (!this.open || !connection) return Promise.resolve([]);
    return new Promise((resolve) => connection.request({ type: "who", channel }, { kind: "who", channel, resolve }));
  }

  /** A machine that slept: whatever connection there was is not one any more. */
  revive() {
    if (this.connection) this.#suspect();
    this.hurry();
  }

  async #connect() {
    const attempt = ++this.attempt;
    const overtaken = () => attempt !== this.attempt;
    this.timers.stop("retry");
    if (document.hidden && this.environment.visible) {
      this.state.set({ phase: "hidden" });
      await this.environment.visible();
      if (overtaken()) return;
    }
    this.state.set({ phase: "connecting" });
    try {
      if (!this.url || this.reconnect.mustAskAbout) this.url = (await this.environment.about()).liveUrl;
      const token = await this.environment.token();
      if (!overtaken()) this.#dial(token);
    } catch {
      if (!overtaken()) this.#retryIn(this.reconnect.closed(this.now(), true));
    }
  }

  /** @param {string | null} token */
  #dial(token) {
    this.timers.set("connect", CONNECT_MS, () => this.#suspect());
    this.connection = this.dial(this.url, token, {
      hello: () => this.reconnect.hello(),
      frame: (frame) => this.#received(frame),
      silent: () => this.#suspect(),
      closed: (code) => this.#closed(code),
    });
  }

  /** @param {any} frame */
  #received(frame) {
    switch (frame.type) {
      case "ready":
        return this.#ready(frame);
      case "ack":
        return this.sender.acked(frame);
      case "error":
        return this.#refused(frame);
      case "who":
        return this.connection?.answered(frame.id)?.resolve?.(frame.users ?? []);
      case "unsubscribed":
        return void this.connection?.answered(frame.id);
      case "goaway":
        this.reconnect.goaway(this.now(), frame.afterMs ?? 0);
        return this.timers.set("goaway", frame.afterMs ?? 0, () => this.#suspect());
      default:
        return this.followings.received(frame);
    }
  }

  /** @param {any} frame */
  #ready(frame) {
    this.timers.stop("connect");
    if (frame.now) this.skew = Date.parse(frame.now) - this.now();
    if (frame.positions) this.positions.set(frame.positions);
    this.refreshed = false;
    if (this.open || !this.connection) return;
    this.reconnect.ready(this.now());
    this.state.set({ phase: "open" });
    this.followings.ready(this.connection);
    this.sender.ready(this.connection);
  }

  /** @param {any} frame */
  #refused({ id, code, message = "", retryable, afterMs }) {
    const refusal = { code, message, retryable, afterMs };
    const request = this.connection?.answered(id);
    if (request?.kind === "subscribe") {
      this.followings.refused(request.channel, refusal);
    } else if (request) {
      request.resolve?.([]);
    } else {
      this.sender.refused(id, refusal);
    }
  }

  /** This connection is not to be trusted (any more): another one. */
  #suspect() {
    if (!this.connection) return;
    const { hadHello } = this.connection;
    this.#lost();
    this.#retryIn(this.reconnect.closed(this.now(), hadHello));
  }

  #lost() {
    this.connection?.leave();
    this.connection = null;
    this.timers.stop("connect", "goaway");
    this.sender.disconnected();
    this.followings.disconnected();
  }

  /** @param {number} code */
  #closed(code) {
    const hadHello = this.connection?.hadHello ?? false;
    this.#lost();
    const wait = this.reconnect.closed(this.now(), hadHello);
    switch (verdict(code)) {
      case "terminal":
        return this.#terminate(explanation(code));
      case "refresh":
        return void this.#refresh(wait);
      case "shrink":
        this.sender.shrink();
        return this.#retryIn(wait);
      case "resume":
        return this.#retryIn(wait);
    }
  }

  /** The token was not good (enough): a new one, once; then only with patience. @param {number} wait */
  async #refresh(wait) {
    if (this.refreshed) return this.#retryIn(wait);
    this.refreshed = true;
    this.state.set({ phase: "connecting" });
    const attempt = this.attempt;
    try {
      const renewed = await this.environment.refresh();
      if (attempt !== this.attempt) return;
      if (renewed) void this.#connect();
      else this.#terminate(text.signedOutByServer);
    } catch {
      this.refreshed = false;
      if (attempt === this.attempt) this.#retryIn(wait);
    }
  }

  /** @param {string} message */
  #terminate(message) {
    this.outbox.leaveAll(refusalOf("unavailable", message));
    this.state.set({ phase: "closed", message });
  }

  /** @param {number} ms */
  #retryIn(ms) {
    this.state.set({ phase: "waiting", retryAt: this.now() + ms });
    this.timers.set("retry", ms, () => void this.#connect());
  }
}
