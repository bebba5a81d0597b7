// @ts-check
/** @import { Room } from "../chat/room.js" */
import { live } from "../app/services.js";

/** Who is in a room, asked again whenever their number changes. */
export class Presence {
  /** @param {Room} room @param {() => void} changed */
  constructor(room, changed) {
    this.room = room;
    this.changed = changed;
    /** @type {Set<string>} */
    this.here = new Set();
    this.asked = "";
  }

  /** Something came from the room. */
  look() {
    const state = `${this.room.present}|${this.room.subscribed}`;
    if (!this.room.subscribed || state === this.asked) return;
    this.asked = state;
    void this.#ask();
  }

  async #ask() {
    const users = await live.who(this.room.channel);
    this.here = new Set(users.map(({ id }) => id));
    this.changed();
  }
}
