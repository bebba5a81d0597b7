// @ts-check
/** @import { Author, LogEvent } from "../live/types.js" */

/**
 * @typedef {object} Message
 * @property {string} id
 * @property {number} seq
 * @property {Author} author
 * @property {string} at
 * @property {string | null} text          null = deleted
 * @property {string} [replyTo]
 * @property {{title: string, url: string}[]} attachments
 * @property {string[]} mentions
 * @property {boolean} edited
 * @property {boolean} pinned
 * @property {Map<string, Set<string>>} reactions   who, by emoji
 * @property {number} version              counts its changes
 *
 * Something of the log that is no message: who came, who went.
 * @typedef {{seq: number, at: string, kind: "member.joined" | "member.left", userId: string}} Happening
 */

/**
 * What a chat's log comes to. Pure: the same events make the same messages, in whatever pages they came. What happened to a
 * message that is not held yet is kept for when it is.
 */
export class Messages {
  constructor() {
    /** @type {Map<string, Message>} */
    this.byId = new Map();
    /** In order. @type {(Message | Happening)[]} */
    this.items = [];
    /** Those that are pinned, as far as they are held. @type {Set<Message>} */
    this.pinned = new Set();
    /** What happened to messages of earlier pages. @type {Map<string, LogEvent[]>} */
    this.early = new Map();
    /** @type {Set<string>} */
    this.erased = new Set();
  }

  /** @param {LogEvent[]} events */
  static from(events) {
    const messages = new Messages();
    for (const event of events) messages.apply(event);
    return messages;
  }

  /** The page before what is held. @param {LogEvent[]} events */
  prepend(events) {
    const page = Messages.from(events);
    const { early } = this;
    this.early = page.early;
    for (const [id, message] of page.byId) this.byId.set(id, message);
    this.items = page.items.concat(this.items);
    this.pinned = new Set([...page.pinned, ...this.pinned]);
    for (const userId of this.erased) this.#erase(page.byId.values(), userId);
    for (const userId of page.erased) this.erased.add(userId);
    for (const [id, later] of early) {
      if (page.byId.has(id)) later.forEach((event) => this.apply(event));
      else this.early.set(id, [...(this.early.get(id) ?? []), ...later]);
    }
  }

  /** @param {LogEvent} event */
  apply(event) {
    const { seq, kind, at, data } = event;
    switch (kind) {
      case "message.posted":
        return this.#posted(seq, at, data);
      case "member.joined":
      case "member.left":
        return void this.items.push({ seq, at, kind, userId: data.userId });
      case "user.erased":
        this.erased.add(data.userId);
        return this.#erase(this.byId.values(), data.userId);
      case "message.edited":
      case "message.deleted":
      case "message.pinned":
      case "message.unpinned":
      case "reaction.added":
      case "reaction.removed":
        return this.#happened(event);
      default:
      // Additive by contract.
    }
  }

  /** @param {LogEvent} event */
  #happened(event) {
    const { kind, data } = event;
    const message = this.byId.get(data.messageId);
    if (!message) return void this.early.set(data.messageId, [...(this.early.get(data.messageId) ?? []), event]);
    change(message, kind, data);
    message.version++;
    if (message.pinned) this.pinned.add(message);
    else this.pinned.delete(message);
  }

  /** @param {number} seq @param {string} at @param {any} data */
  #posted(seq, at, data) {
    if (this.byId.has(data.messageId)) return;
    /** @type {Message} */
    const message = {
      id: data.messageId,
      seq,
      at,
      author: data.author,
      text: data.deleted ? null : data.text,
      replyTo: data.replyTo,
      attachments: data.attachments ?? [],
      mentions: data.mentions ?? [],
      edited: false,
      pinned: false,
      reactions: new Map(),
      version: 0,
    };
    this.byId.set(message.id, message);
    this.items.push(message);
  }

  /** @param {Iterable<Message>} messages @param {string} userId */
  #erase(messages, userId) {
    for (const message of messages) {
      if (message.author.id !== userId) continue;
      message.author = { id: userId, username: "", fullName: "" };
      message.version++;
    }
  }
}

/** @param {Message} message @param {string} kind @param {any} data */
function change(message, kind, data) {
  switch (kind) {
    case "message.edited":
      if (message.text !== null && typeof data.text === "string") Object.assign(message, { text: data.text, edited: true });
      return;
    case "message.deleted":
      return void Object.assign(message, { text: null, attachments: [], pinned: false });
    case "message.pinned":
    case "message.unpinned":
      return void (message.pinned = kind === "message.pinned" && message.text !== null);
    case "reaction.added":
      return void message.reactions.set(data.emoji, new Set(message.reactions.get(data.emoji)).add(data.userId));
    case "reaction.removed":
      return without(message.reactions, data.emoji, data.userId);
  }
}

/** @param {Map<string, Set<string>>} reactions @param {string} emoji @param {string} userId */
function without(reactions, emoji, userId) {
  const users = new Set(reactions.get(emoji));
  users.delete(userId);
  if (users.size === 0) reactions.delete(emoji);
  else reactions.set(emoji, users);
}

/** How many of these, in order, others wrote after a place in the log. @param {(Message | Happening)[]} items @param {number} seq @param {string | undefined} me */
export function othersSince(items, seq, me) {
  let count = 0;
  for (let i = items.length - 1; i >= 0 && items[i].seq > seq; i--) {
    const item = items[i];
    if ("author" in item && item.author.id !== me) count++;
  }
  return count;
}
