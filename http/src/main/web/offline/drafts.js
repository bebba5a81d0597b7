// @ts-check
import { device, tab } from "./device.js";

const PREFIX = "hackhub.draft.";

/** What is somebody's own here, a name each: what they began and did not send, how they want to be told. On this device until they sign out. */
export class Drafts {
  /** @param {string} user */
  constructor(user) {
    this.own = `${PREFIX}${user}.`;
    this.ended = false;
  }

  /** @param {string} name @param {import("./device.js").Shelf} [where] @returns {any} null: nothing was begun */
  of(name, where = device) {
    try {
      return JSON.parse(where.get(this.own + name) ?? "null");
    } catch {
      return null;
    }
  }

  /** @param {string} name @param {any} draft what JSON can say; null: it is sent, or not wanted @param {import("./device.js").Shelf} [where] `tab`: no longer than that is open */
  keep(name, draft, where = device) {
    if (this.ended) return;
    if (draft === null) where.remove(this.own + name);
    else where.set(this.own + name, JSON.stringify(draft));
  }

  /** Nothing is kept from now on, and what there is goes. */
  erase() {
    this.ended = true;
    this.#eraseThose((key) => key.startsWith(this.own));
  }

  eraseOthers() {
    this.#eraseThose((key) => key.startsWith(PREFIX) && !key.startsWith(this.own));
  }

  /** @param {(key: string) => boolean} which */
  #eraseThose(which) {
    for (const shelf of [device, tab]) shelf.keys.filter(which).forEach((key) => shelf.remove(key));
  }
}
