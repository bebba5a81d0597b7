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
 *
 * Something of the log that is no message: who came, who went.
 * @typedef {{seq: number, at: string, kind: "member.joined" | "member.left", userId: string}} Happening
 */

/** What a chat's log comes to. Pure: the same events make the same messages. */
export class Messages {
  constructor() {
    /** @type {Map<string, Message>} */
    this.byId = new Map();
    /** In order. @type {(Message | Happening)[]} */
    this.items = [];
  }

  /** @param {LogEvent[]} events */
  static from(events) {
    const messages = new Messages();
    for (const event of events) messages.apply(event);
    return messages;
  }

  /** @param {LogEvent} event */
  apply({ seq, kind, at, data }) {
    const message = this.byId.get(data.messageId);
    switch (kind) {
      case "message.posted":
        return this.#posted(seq, at, data);
      case "message.edited":
        if (message && message.text !== null && typeof data.text === "string") Object.assign(message, { text: data.text, edited: true });
        return;
      case "message.deleted":
        if (message) Object.assign(message, { text: null, attachments: [], pinned: false });
        return;
      case "message.pinned":
      case "message.unpinned":
        if (message) message.pinned = kind === "message.pinned";
        return;
      case "reaction.added":
        return void message?.reactions.set(data.emoji, new Set(message.reactions.get(data.emoji)).add(data.userId));
      case "reaction.removed":
        return message && without(message.reactions, data.emoji, data.userId);
      case "member.joined":
      case "member.left":
        return void this.items.push({ seq, at, kind, userId: data.userId });
      case "user.erased":
        return this.#erased(data.userId);
      default:
      // Additive by contract.
    }
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
    };
    this.byId.set(message.id, message);
    this.items.push(message);
  }

  /** @param {string} userId */
  #erased(userId) {
    for (const message of this.byId.values()) {
      if (message.author.id === userId) message.author = { id: userId, username: "", fullName: "Deleted account" };
    }
  }
}

/** @param {Map<string, Set<string>>} reactions @param {string} emoji @param {string} userId */
function without(reactions, emoji, userId) {
  const users = new Set(reactions.get(emoji));
  users.delete(userId);
  if (users.size === 0) reactions.delete(emoji);
  else reactions.set(emoji, users);
}
