// @ts-check
/** @import { Room } from "./room.js" */
/** @import { Row } from "./arrange.js" */
import { othersSince } from "./messages.js";

const APART_MS = 800;

/** What of a room its reader has seen: only that counts as read. */
export class Reader {
  /** @param {Room} room @param {string} me @param {number} readBefore where the reader had read to on coming */
  constructor(room, me, readBefore) {
    this.room = room;
    this.me = me;
    this.readBefore = readBefore;
    /** The last that was on the screen. */
    this.seen = readBefore;
    /** Unread ones lie above, and the reader has not said that this is fine. */
    this.behind = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /** @param {Row[]} rows those on the screen @param {boolean} atEnd */
  sees(rows, atEnd) {
    if (document.hidden) return;
    const last = rows.findLast((row) => "item" in row);
    const seq = atEnd ? this.room.last : last && "item" in last ? last.item.seq : 0;
    const begins = this.behind && rows.some((row) => row.type === "unread");
    // Whoever begins with what is unread has still to see what lies between there and where they came from.
    this.seen = begins ? Math.max(this.readBefore, seq) : Math.max(this.seen, seq);
    if (begins) this.behind = false;
    if (!this.behind) this.timer ??= setTimeout(() => this.tell(), APART_MS);
  }

  /** Only what was seen in order: as long as unread ones lie above, nothing of what comes after them. */
  tell() {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (!this.behind) this.room.saw(this.seen);
  }

  /** The reader has done with what is unread. */
  catchUp() {
    this.behind = false;
    this.seen = this.room.last;
    this.tell();
  }

  /** How many others' messages came that have not been on the screen. */
  get missed() {
    return othersSince(this.room.messages.items, this.seen, this.me);
  }

  /** How many of those held were unread on coming. */
  get unread() {
    return othersSince(this.room.messages.items, this.readBefore, this.me);
  }
}
