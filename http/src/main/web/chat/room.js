// @ts-check
/** @import { Author, LogEvent, Refusal } from "../live/types.js" */
import { live, session } from "../app/services.js";
import { timeOf } from "../live/uuid.js";
import { hold } from "../live/shared.js";
import { Timeline } from "../live/timeline.js";
import { Messages } from "./messages.js";

const TYPING_SHOWN_MS = 5000;
const TYPING_SENT_MS = 3000;

/** @typedef {{id: string, text: string, replyTo?: string, at: string, state: "sending" | "failed", refusal?: Refusal}} Pending */

/** A chat as one sees it: the log's messages, and one's own that are on their way. */
export class Room extends Timeline {
  /** @param {string} channel */
  constructor(channel) {
    super(channel);
    this.messages = new Messages();
    /** @type {Map<string, Pending>} */
    this.pending = new Map();
    /** @type {Map<string, ReturnType<typeof setTimeout>>} */
    this.typing = new Map();
    this.present = 0;
    this.typedAt = 0;
    /** Messages that are about to be deleted, unless that is undone. @type {Set<string>} */
    this.leaving = new Set();
    /** What messages are to read, until the log says so or it is refused. @type {Map<string, string>} */
    this.edits = new Map();
    /** Edits that came to nothing, for whoever tries again. @type {Map<string, string>} */
    this.refusedEdits = new Map();
    /** Nobody looks at it any more. */
    this.ended = live.outbox.changed.watch(() => this.#takeUp());
    this.#takeUp();
  }

  /** What was written before the page was opened, and is still on its way. */
  #takeUp() {
    for (const { cid, kind, data, refusal } of live.outbox.waitingIn(this.channel)) {
      if (kind === "message.edit" && !refusal && !this.edits.has(data.messageId)) void this.edit(data.messageId, data.text, cid).catch(() => {});
      if (kind !== "message.post" || this.pending.has(cid) || this.messages.byId.has(cid)) continue;
      const at = new Date(timeOf(cid)).toISOString();
      this.pending.set(cid, { id: cid, text: data.text, replyTo: data.replyTo, at, state: refusal ? "failed" : "sending", refusal });
      if (refusal) this.touch();
      else this.#send(cid);
    }
  }

  /** @param {LogEvent[]} events */
  appended(events) {
    for (const event of events) {
      this.messages.apply(event);
      if (event.kind === "message.edited") this.#edited(event.data.messageId, event.data.text);
      if (event.kind !== "message.posted") continue;
      this.pending.delete(event.data.messageId);
      this.#stopsTyping(event.data.author.id);
    }
  }

  /** @param {LogEvent[]} events */
  prepended(events) {
    this.messages.prepend(events);
  }

  rebuilt() {
    this.messages = Messages.from(this.events);
    for (const id of this.edits.keys()) this.#edited(id, this.messages.byId.get(id)?.text);
    for (const id of this.pending.keys()) if (this.messages.byId.has(id)) this.pending.delete(id);
  }

  /** @param {Author} me @param {string} text @param {string} [replyTo] */
  post(me, text, replyTo) {
    const id = live.cid();
    this.typedAt = 0;
    this.pending.set(id, { id, text, replyTo, at: new Date(Date.now() + live.skew).toISOString(), state: "sending" });
    this.#send(id);
  }

  /** The same message once more: with the same cid, so it cannot appear twice. @param {string} id */
  retry(id) {
    this.#send(id);
  }

  /** @param {string} id */
  discard(id) {
    this.pending.delete(id);
    live.outbox.forget(id);
    this.touch();
  }

  /** @param {string} id */
  #send(id) {
    const message = this.pending.get(id);
    if (!message) return;
    message.state = "sending";
    const { text, replyTo } = message;
    live.command(this.channel, "message.post", { text, ...(replyTo ? { replyTo } : {}) }, id).then(
      ({ seq }) => {
        // Said before, and long ago: what is shown may not reach back to it.
        if (seq === undefined || seq > this.last) return;
        this.pending.delete(id);
        this.touch();
      },
      (/** @type {Refusal} */ refusal) => {
        if (this.messages.byId.has(id)) this.discard(id);
        else Object.assign(message, { state: "failed", refusal });
        this.touch();
      },
    );
    this.touch();
  }

  /** Shown so from now on; where it is refused, what was written is kept for another try. @param {string} messageId @param {string} text @param {string} [cid] */
  async edit(messageId, text, cid = live.cid()) {
    this.edits.set(messageId, text);
    this.refusedEdits.delete(messageId);
    this.touch();
    try {
      const { seq } = await live.command(this.channel, "message.edit", { messageId, text }, cid);
      // Until the log has it, it is shown as what it will be.
      if (seq === undefined || seq <= this.last) this.#edited(messageId, text);
    } catch (error) {
      if (this.#edited(messageId, text)) this.refusedEdits.set(messageId, text);
      throw error;
    } finally {
      this.touch();
    }
  }

  /** An edit is not under way any more, unless there is another after it. @param {string} messageId @param {string | null | undefined} text */
  #edited(messageId, text) {
    return this.edits.get(messageId) === text && this.edits.delete(messageId);
  }

  /** @param {string} messageId */
  async remove(messageId) {
    await live.command(this.channel, "message.delete", { messageId });
    this.leaves(messageId, false);
  }

  /** Whether a message is about to be deleted. @param {string} messageId @param {boolean} soon */
  leaves(messageId, soon) {
    if (soon) this.leaving.add(messageId);
    else this.leaving.delete(messageId);
    this.touch();
  }

  /** @param {string} messageId @param {boolean} pinned */
  pin(messageId, pinned) {
    return live.command(this.channel, pinned ? "message.pin" : "message.unpin", { messageId });
  }

  /** @param {string} messageId @param {string} emoji */
  react(messageId, emoji) {
    const mine = this.messages.byId.get(messageId)?.reactions.get(emoji)?.has(session.user?.id ?? "");
    return live.command(this.channel, mine ? "reaction.remove" : "reaction.add", { messageId, emoji });
  }

  /** Somebody presses keys here. */
  types() {
    if (Date.now() - this.typedAt < TYPING_SENT_MS) return;
    this.typedAt = Date.now();
    live.signal(this.channel, "typing");
  }

  /** What was seen, up to here. @param {number} seq */
  saw(seq) {
    const to = Math.min(seq, this.last);
    if (to <= this.read || document.hidden) return;
    this.read = to;
    live.signal(this.channel, "read", { seq: to });
  }

  /** Those whom one has met here; the newest first. @returns {Author[]} */
  get authors() {
    const met = new Map(this.messages.items.flatMap((it) => ("author" in it && it.author.username ? [[it.author.id, it.author]] : [])));
    return [...met.values()].reverse();
  }

  /** @param {string} kind @param {any} data */
  onSignal(kind, data) {
    if (kind === "typing" && data.userId !== session.user?.id) this.#types(data.userId);
    if (kind === "presence") this.present = data.count;
    super.onSignal(kind, data);
    this.touch();
  }

  /** @param {string} userId */
  #types(userId) {
    clearTimeout(this.typing.get(userId));
    this.typing.set(userId, setTimeout(() => this.#stopsTyping(userId), TYPING_SHOWN_MS));
  }

  /** @param {string} userId */
  #stopsTyping(userId) {
    clearTimeout(this.typing.get(userId));
    if (this.typing.delete(userId)) this.touch();
  }
}

/** @param {string} channel */
export const holdRoom = (channel) => hold(channel, () => new Room(channel));
