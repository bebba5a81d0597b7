// @ts-check
const PREFIX = "hackhub.draft.";

/** What somebody began and did not send, a name each: on this device until it is sent, or its writer signs out. Where the device is full it is still where it was typed. */
export class Drafts {
  /** @param {string} user */
  constructor(user) {
    this.own = `${PREFIX}${user}.`;
    this.ended = false;
  }

  /** @param {string} name @returns {any} null: nothing was begun */
  of(name) {
    try {
      return JSON.parse(localStorage.getItem(this.own + name) ?? "null");
    } catch {
      return null;
    }
  }

  /** @param {string} name @param {any} draft what JSON can say; null: it is sent, or not wanted */
  keep(name, draft) {
    if (this.ended) return;
    try {
      if (draft === null) localStorage.removeItem(this.own + name);
      else localStorage.setItem(this.own + name, JSON.stringify(draft));
    } catch {
      // Full.
    }
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
    Object.keys(localStorage).filter(which).forEach((key) => localStorage.removeItem(key));
  }
}
