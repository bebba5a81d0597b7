// @ts-check
/** @import { Ack, Refusal, Sink } from "./types.js" */
import { explanation, verdict } from "./closing.js";
import { Outbox } from "./outbox.js";
import { Reconnect } from "./reconnect.js";
import { Store } from "./store.js";
import { Subscription } from "./subscription.js";
import { uuidv7 } from "./uuid.js";

const CONNECT_MS = 10_000;
const ANSWER_MS = 15_000;
const RETRY_MS = 1000;

/**
 * @typedef {object} Environment
 * @property {() => Promise<{liveUrl: string}>} about       asks the server where the gateway is
 * @property {() => Promise<string | null>} token           a token that is good now; null = a guest
 * @property {() => Promise<boolean>} refresh               false: the session is over; throws: nobody could say
 * @property {import("./subscription.js").Port["page"]} page
 * @property {(url: string, protocol: string) => WebSocket} [connect]
 * @property {() => number} [now]
 * @property {() => number} [random]
 * @property {() => Promise<void>} [visible]                fulfilled when somebody looks
 *
 * @typedef {{phase: "idle" | "connecting" | "open" | "waiting" | "hidden" | "closed", retryAt?: number, message?: string}} State
 */

/** hackhub.v1 over one WebSocket: follows channels and sends commands, across every kind of interruption. */
export class LiveClient {
  /** @param {Environment} environment */
  constructor(environment) {
    this.environment = environment;
    this.now = environment.now ?? Date.now;
    this.reconnect = new Reconnect(environment.random ?? Math.random);
    this.outbox = new Outbox();
    /** @type {Map<string, Subscription>} */
    this.subscriptions = new Map();
    /** @type {Store<State>} */
    this.state = new Store(/** @type {State} */ ({ phase: "idle" }));
    /** Read positions by channel, as the server last told. @type {Store<Record<string, number>>} */
    this.positions = new Store(/** @type {Record<string, number>} */ ({}));
    /** The server's clock minus ours. */
    this.skew = 0;
    /** @type {WebSocket | null} */
    this.socket = null;
    this.url = "";
    this.maxFrame = 65_536;
    this.nextId = 1;
    this.refreshed = false;
    this.attempt = 0;
    /** @type {Map<number, {kind: string, channel: string, resolve?: (value: any) => void}>} */
    this.requests = new Map();
    /** @type {Map<string, ReturnType<typeof setTimeout>>} */
    this.timers = new Map();
  }

  get open() {
    return this.state.value.phase === "open";
  }

  start() {
    if (this.state.value.phase === "idle") void this.#connect();
  }

  /** Somebody else is signed in: nothing of before holds. */
  restart() {
    this.subscriptions.forEach((subscription) => subscription.disconnected());
    this.subscriptions.clear();
    this.outbox.dropAll({ code: "unauthenticated", message: "You have signed out.", retryable: false });
    this.positions.set({});
    this.#leave();
    this.reconnect.reset();
    void this.#connect();
  }

  /** Do not wait any longer. */
  hurry() {
    if (!["waiting", "hidden"].includes(this.state.value.phase)) return;
    this.reconnect.reset();
    void this.#connect();
  }

  /** A newer token of the same session, or a question whether the connection still lives. @param {string | null} token */
  renew(token) {
    if (!this.open || !token) return;
    this.#send({ type: "auth", token, client: CLIENT });
    this.#timer("probe", CONNECT_MS, () => this.#suspect());
  }

  /** @param {string} channel @param {Sink} sink @returns {() => void} how to stop */
  follow(channel, sink) {
    const subscription = new Subscription(channel, sink, {
      send: (frame, request) => void (this.open && this.#request(frame, request)),
      page: this.environment.page,
      later: (ms, task) => {
        const timer = setTimeout(task, ms);
        return () => clearTimeout(timer);
      },
    });
    this.subscriptions.set(channel, subscription);
    if (this.open) subscription.open();
    return () => {
      if (this.subscriptions.get(channel) !== subscription) return;
      this.subscriptions.delete(channel);
      subscription.close();
    };
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
    const answer = this.outbox.add(cid, channel, kind, data);
    this.#flush();
    return answer;
  }

  /** Typing, read: sent if that is possible, never answered. @param {string} channel @param {string} kind @param {any} data */
  signal(channel, kind, data = {}) {
    if (this.open) this.#send({ type: "command", id: this.nextId++, cid: this.cid(), channel, kind, data });
  }

  /** Who is here. @param {string} channel @returns {Promise<any[]>} */
  who(channel) {
    if (!this.open) return Promise.resolve([]);
    return new Promise((resolve) => this.#request({ type: "who", channel }, { kind: "who", channel, resolve }));
  }

  async #connect() {
    const attempt = ++this.attempt;
    const overtaken = () => attempt !== this.attempt;
    this.#stopTimer("retry");
    if (this.environment.visible) {
      const state = this.state.value;
      const shown = this.environment.visible();
      const seen = await Promise.race([shown.then(() => true), Promise.resolve().then(() => false)]);
      if (!seen && state.phase !== "idle") this.state.set({ phase: "hidden" });
      if (!seen) await shown;
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
    const connect = this.environment.connect ?? ((url, protocol) => new WebSocket(url, protocol));
    const socket = connect(this.url, PROTOCOL);
    let hadHello = false;
    this.socket = socket;
    this.#timer("connect", CONNECT_MS, () => this.#suspect());
    socket.onmessage = ({ data }) => {
      if (socket !== this.socket) return;
      const frame = JSON.parse(data);
      if (frame.type === "hello") {
        hadHello = true;
        this.reconnect.hello();
        this.maxFrame = frame.maxFrame ?? this.maxFrame;
        this.#send({ type: "auth", ...(token ? { token } : {}), client: CLIENT });
      } else {
        this.#received(frame);
      }
    };
    socket.onclose = ({ code }) => {
      if (socket === this.socket) this.#closed(code, hadHello);
    };
  }

  /** @param {any} frame */
  #received(frame) {
    const subscription = this.subscriptions.get(frame.channel);
    switch (frame.type) {
      case "ready":
        return this.#ready(frame);
      case "subscribed":
        this.requests.delete(frame.id);
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
        return this.#gone(frame.channel, { code: frame.code ?? "denied", message: "You may no longer read this." });
      case "ack":
        return void (this.outbox.acked(frame.id, frame) && this.#flush());
      case "error":
        return this.#refused(frame);
      case "who":
        this.requests.get(frame.id)?.resolve?.(frame.users ?? []);
        return void this.requests.delete(frame.id);
      case "unsubscribed":
        return void this.requests.delete(frame.id);
      case "goaway":
        this.reconnect.goaway(this.now(), frame.afterMs ?? 0);
        return this.#timer("goaway", frame.afterMs ?? 0, () => this.#suspect());
      default:
      // Additive by contract: what we do not know, we leave.
    }
  }

  /** @param {any} frame */
  #ready(frame) {
    this.#stopTimer("connect");
    this.#stopTimer("probe");
    if (frame.now) this.skew = Date.parse(frame.now) - this.now();
    if (frame.positions) this.positions.set(frame.positions);
    this.refreshed = false;
    if (this.open) return;
    this.reconnect.ready(this.now());
    this.state.set({ phase: "open" });
    for (const subscription of this.subscriptions.values()) subscription.open();
    this.#flush();
  }

  /** @param {any} frame */
  #refused(frame) {
    const refusal = { code: frame.code, message: frame.message ?? "", retryable: frame.retryable, afterMs: frame.afterMs };
    const request = this.requests.get(frame.id);
    this.requests.delete(frame.id);
    if (request?.kind === "subscribe") {
      if (this.subscriptions.get(request.channel)?.refused(refusal)) this.subscriptions.delete(request.channel);
    } else if (request) {
      request.resolve?.([]);
    } else if (this.outbox.refused(frame.id, refusal, this.now(), RETRY_MS)) {
      this.#flush();
    }
  }

  /** @param {string} channel @param {Refusal} refusal */
  #gone(channel, refusal) {
    const subscription = this.subscriptions.get(channel);
    this.subscriptions.delete(channel);
    subscription?.disconnected();
    subscription?.sink.refused?.(refusal);
  }

  #flush() {
    if (!this.open) return;
    for (const command of this.outbox.due(this.now())) {
      const { cid, channel, kind, data } = command;
      const frame = { type: "command", id: this.nextId++, cid, channel, kind, data };
      if (new TextEncoder().encode(JSON.stringify(frame)).length > this.maxFrame) {
        this.outbox.drop(cid, { code: "too_large", message: "That is too long.", retryable: false });
        continue;
      }
      command.id = frame.id;
      command.sentAt = this.now();
      this.#send(frame);
    }
    const nextAt = this.outbox.nextAt;
    if (nextAt !== null) this.#timer("outbox", nextAt - this.now(), () => this.#flush());
    if (this.outbox.unansweredSince !== null) this.#watchAnswers();
  }

  /** A command that nobody answers means a connection that only seems to be one. */
  #watchAnswers() {
    this.#timer("answers", ANSWER_MS, () => {
      const since = this.outbox.unansweredSince;
      if (since === null) return;
      if (this.now() - since >= ANSWER_MS) this.#suspect();
      else this.#watchAnswers();
    });
  }

  #suspect() {
    if (!this.socket) return;
    this.#leave();
    this.#retryIn(this.reconnect.closed(this.now(), true));
  }

  #leave() {
    const socket = this.socket;
    this.#lost();
    socket?.close(1000);
  }

  #lost() {
    this.socket = null;
    for (const name of ["connect", "probe", "goaway", "answers", "outbox"]) this.#stopTimer(name);
    this.requests.forEach((request) => request.resolve?.([]));
    this.requests.clear();
    this.outbox.disconnected();
    this.subscriptions.forEach((subscription) => subscription.disconnected());
  }

  /** @param {number} code @param {boolean} hadHello */
  #closed(code, hadHello) {
    this.#lost();
    const wait = this.reconnect.closed(this.now(), hadHello);
    switch (verdict(code)) {
      case "terminal":
        return this.#terminate(explanation(code));
      case "refresh":
        return void this.#refresh(wait);
      case "shrink":
        for (const command of [...this.outbox.commands.values()].filter((it) => it.sentAt > 0).slice(-1)) {
          this.outbox.drop(command.cid, { code: "too_large", message: "That is too long.", retryable: false });
        }
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
      else this.#terminate("You have been signed out.");
    } catch {
      this.refreshed = false;
      if (attempt === this.attempt) this.#retryIn(wait);
    }
  }

  /** @param {string} message */
  #terminate(message) {
    this.outbox.dropAll({ code: "unavailable", message, retryable: false });
    this.state.set({ phase: "closed", message });
  }

  /** @param {number} ms */
  #retryIn(ms) {
    this.state.set({ phase: "waiting", retryAt: this.now() + ms });
    this.#timer("retry", ms, () => void this.#connect());
  }

  /** @param {object} frame @param {{kind: string, channel: string, resolve?: (value: any) => void}} request */
  #request(frame, request) {
    const id = this.nextId++;
    this.requests.set(id, request);
    this.#send({ ...frame, id });
  }

  /** @param {object} frame */
  #send(frame) {
    if (this.socket?.readyState === 1) this.socket.send(JSON.stringify(frame));
  }

  /** @param {string} name @param {number} ms @param {() => void} task */
  #timer(name, ms, task) {
    this.#stopTimer(name);
    this.timers.set(name, setTimeout(task, Math.max(0, ms)));
  }

  /** @param {string} name */
  #stopTimer(name) {
    clearTimeout(this.timers.get(name));
    this.timers.delete(name);
  }
}

const PROTOCOL = "hackhub.v1";
const CLIENT = "web/0.1";
