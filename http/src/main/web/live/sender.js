// @ts-check
/** @import { Connection } from "./connection.js" */
import { Outbox } from "./outbox.js";
import { refusalOf } from "./refusal.js";
import { text } from "./text.js";

const ANSWER_MS = 15_000;
const RETRY_MS = 1000;
const TOO_LARGE = refusalOf("too_large", text.tooLong);

/** Sends commands until each is answered, over however many connections that takes. */
export class Sender {
  /** @param {() => number} now @param {import("./timers.js").Timers} timers @param {() => void} unanswered somebody should look whether the connection still is one */
  constructor(now, timers, unanswered) {
    this.now = now;
    this.timers = timers;
    this.unanswered = unanswered;
    this.outbox = new Outbox();
    /** @type {Connection | null} */
    this.connection = null;
  }

  /** @param {string} cid @param {string} channel @param {string} kind @param {any} data */
  command(cid, channel, kind, data) {
    const answer = this.outbox.add(cid, channel, kind, data);
    this.flush();
    return answer;
  }

  /** @param {Connection} connection */
  ready(connection) {
    this.connection = connection;
    this.flush();
  }

  disconnected() {
    this.connection = null;
    this.outbox.disconnected();
    this.timers.stop("outbox", "answers");
  }

  /** @param {any} frame an ack */
  acked(frame) {
    if (this.outbox.acked(frame.id, frame)) this.flush();
  }

  /** @param {number} id @param {import("./types.js").Refusal} refusal */
  refused(id, refusal) {
    if (this.outbox.refused(id, refusal, this.now(), RETRY_MS)) this.flush();
  }

  /** The server closed on a frame that was too large: the last that was sent is not sent again. */
  shrink() {
    const sent = [...this.outbox.commands.values()].filter(({ sentAt }) => sentAt > 0);
    for (const { cid } of sent.slice(-1)) this.outbox.drop(cid, TOO_LARGE);
  }

  flush() {
    const { connection } = this;
    if (!connection) return;
    for (const command of this.outbox.due(this.now())) {
      const { cid, channel, kind, data } = command;
      const frame = { type: "command", cid, channel, kind, data };
      if (connection.fits(frame)) {
        command.id = connection.send(frame);
        command.sentAt = this.now();
      } else {
        this.outbox.drop(cid, TOO_LARGE);
      }
    }
    const nextAt = this.outbox.nextAt;
    if (nextAt !== null) this.timers.set("outbox", nextAt - this.now(), () => this.flush());
    if (this.outbox.unansweredSince !== null) this.#watch();
  }

  /** A command that nobody answers means a connection that only seems to be one. */
  #watch() {
    this.timers.set("answers", ANSWER_MS, () => {
      const since = this.outbox.unansweredSince;
      if (since === null) return;
      if (this.now() - since >= ANSWER_MS) this.unanswered();
      else this.#watch();
    });
  }
}
