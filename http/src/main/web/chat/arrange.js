// @ts-check
/** @import { Happening, Message } from "./messages.js" */
import { dayName } from "../design/time.js";

/** Messages of one person this close together stand under one name. */
const TOGETHER_MS = 5 * 60_000;

/**
 * @typedef {{key: string, size?: number} & (
 *     {type: "day", day: string, text: string}
 *   | {type: "unread"}
 *   | {type: "happening", item: Happening}
 *   | {type: "message", item: Message, starts: boolean})} Row
 */

/**
 * Messages as they stand on the page: by day, by author, with a line where the unread ones begin. What is added at either end
 * costs as much as it is long, however much there is already.
 */
export class Rows {
  /** @param {{after: number, to: number, me: string}} unread what was unread on coming: others' messages between these */
  constructor(unread) {
    this.unread = unread;
    /** What is arranged: as many items, from this one on. */
    this.count = 0;
    /** @type {Message | Happening | undefined} */
    this.first = undefined;
    this.part = this.#part([]);
  }

  get rows() {
    return this.part.rows;
  }

  /** Where the line is; -1: nowhere. */
  get line() {
    return this.part.lined ? this.rows.findIndex((row) => row.type === "unread") : -1;
  }

  /** Follows a list that grew at its ends, or is another altogether. @param {(Message | Happening)[]} items */
  follow(items) {
    if (items.length === this.count && items[0] === this.first) return;
    const older = this.first ? items.indexOf(this.first) : -1;
    if (older === -1) {
      this.part = this.#part(items);
    } else {
      for (const item of items.slice(older + this.count)) this.part.add(item);
      if (older > 0) this.part = this.#part(items.slice(0, older)).join(this.part);
    }
    this.count = items.length;
    this.first = items[0];
  }

  /** @param {(Message | Happening)[]} items */
  #part(items) {
    const part = new Part(this.unread);
    for (const item of items) part.add(item);
    return part;
  }
}

/** A stretch of rows. */
class Part {
  /** @param {{after: number, to: number, me: string}} unread */
  constructor(unread) {
    this.unread = unread;
    /** @type {Row[]} */
    this.rows = [];
    this.day = "";
    this.lined = false;
  }

  /** @param {Message | Happening} item */
  add(item) {
    const { rows } = this;
    const day = new Date(item.at).toDateString();
    if (day !== this.day) rows.push({ type: "day", key: `day-${item.seq}`, day, text: dayName(item.at) });
    this.day = day;
    if (!this.lined && this.#unread(item)) {
      rows.push({ type: "unread", key: "unread" });
      this.lined = true;
    }
    if ("author" in item) rows.push({ type: "message", key: item.id, item, starts: !together(rows.at(-1), item) });
    else rows.push({ type: "happening", key: `h-${item.seq}`, item });
  }

  /** With what comes after it. @param {Part} next */
  join(next) {
    const rows = next.rows;
    if (this.lined && next.lined) drop(rows, rows.findIndex((row) => row.type === "unread"));
    const at = this.rows.length;
    const sameDay = rows[0]?.type === "day" && rows[0].day === this.day;
    this.rows = this.rows.concat(sameDay ? rows.slice(1) : rows);
    restart(this.rows, at);
    this.day = next.day || this.day;
    this.lined ||= next.lined;
    return this;
  }

  /** @param {Message | Happening} item */
  #unread(item) {
    const { after, to, me } = this.unread;
    return after > 0 && item.seq > after && item.seq <= to && "author" in item && item.author.id !== me;
  }
}

/** @param {Row[]} rows @param {number} index */
function drop(rows, index) {
  rows.splice(index, 1);
  restart(rows, index);
}

/** Says anew whether a name stands over this row. @param {Row[]} rows @param {number} index */
function restart(rows, index) {
  const row = rows[index];
  if (row?.type !== "message") return;
  const starts = !together(rows[index - 1], row.item);
  if (starts !== row.starts) rows[index] = { ...row, starts };
}

/** @param {Row | undefined} before @param {Message} message */
function together(before, message) {
  return (
    before?.type === "message" &&
    before.item.author.id === message.author.id &&
    !message.replyTo &&
    Date.parse(message.at) - Date.parse(before.item.at) < TOGETHER_MS
  );
}
