// @ts-check
import { Liveness } from "./liveness.js";

const PROTOCOL = "hackhub.v1";
const CLIENT = "web/0.1";
/** Where nobody is subscribed: leaving it changes nothing, and is answered; guests too may ask so. */
const NOWHERE = "user/00000000-0000-0000-0000-000000000000/inbox";

/** @typedef {{kind: string, channel: string, resolve?: (value: any) => void}} Request */

/** One WebSocket from opening to closing: greets, says who we are, numbers the requests. */
export class Connection {
  /**
   * @param {WebSocket} socket @param {string | null} token null = a guest
   * @param {{hello: () => void, frame: (frame: any) => void, silent: () => void, closed: (code: number) => void}} owner
   */
  constructor(socket, token, owner) {
    this.socket = socket;
    this.owner = owner;
    this.hadHello = false;
    this.maxFrame = 65_536;
    this.nextId = 1;
    /** @type {Map<number, Request>} */
    this.requests = new Map();
    this.liveness = new Liveness(() => this.probe(), owner.silent);
    socket.onmessage = ({ data }) => this.#received(JSON.parse(data), token);
    socket.onclose = ({ code }) => owner.closed(code);
  }

  /** @param {string} url @param {string | null} token @param {ConstructorParameters<typeof Connection>[2]} owner */
  static dial(url, token, owner) {
    return new Connection(new WebSocket(url, PROTOCOL), token, owner);
  }

  /** @param {any} frame @param {string | null} token */
  #received(frame, token) {
    this.liveness.heard();
    if (frame.type === "hello") this.#greeted(frame, token);
    else this.owner.frame(frame);
  }

  /** @param {{maxFrame?: number, heartbeatMs?: number}} hello @param {string | null} token */
  #greeted({ maxFrame, heartbeatMs }, token) {
    this.hadHello = true;
    this.maxFrame = maxFrame ?? this.maxFrame;
    this.liveness.heartbeatMs = heartbeatMs ?? this.liveness.heartbeatMs;
    this.owner.hello();
    this.authenticate(token);
  }

  /** @param {string | null} token */
  authenticate(token) {
    this.send({ type: "auth", ...(token ? { token } : {}), client: CLIENT });
    this.liveness.asked();
  }

  /** Whoever still lives answers this. */
  probe() {
    this.send({ type: "unsubscribe", channel: NOWHERE });
    this.liveness.asked();
  }

  /** @param {object} frame @returns {number} its id */
  send(frame) {
    const id = this.nextId++;
    const numbered = "type" in frame && frame.type === "auth" ? frame : { ...frame, id };
    if (this.socket.readyState === 1) this.socket.send(JSON.stringify(numbered));
    return id;
  }

  /** @param {object} frame @param {Request} request */
  request(frame, request) {
    this.requests.set(this.send(frame), request);
  }

  /** What a frame answers, if it answers anything; asked once. @param {number} id */
  answered(id) {
    const request = this.requests.get(id);
    this.requests.delete(id);
    return request;
  }

  /** Whether a frame is small enough to be taken. @param {object} frame */
  fits(frame) {
    return new TextEncoder().encode(JSON.stringify(frame)).length + 32 <= this.maxFrame;
  }

  /** Not of interest any more, whatever still comes. */
  leave() {
    this.liveness.stop();
    this.socket.onmessage = null;
    this.socket.onclose = null;
    for (const request of this.requests.values()) request.resolve?.([]);
    this.socket.close(1000);
  }
}
