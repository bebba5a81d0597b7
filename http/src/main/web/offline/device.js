// @ts-check

/** What the device keeps by name. Where it keeps nothing (site data is blocked, it is full) all goes on from memory, until the page is left. */
export class Shelf {
  /** @param {() => Storage} storage */
  constructor(storage) {
    this.storage = storage;
    /** What the device did not take. @type {Map<string, string>} */
    this.memory = new Map();
  }

  /** @param {string} key @returns {string | null} */
  get(key) {
    return this.memory.get(key) ?? this.#try((storage) => storage.getItem(key)) ?? null;
  }

  /** @param {string} key @param {string} value */
  set(key, value) {
    const kept = this.#try((storage) => (storage.setItem(key, value), true));
    if (kept) this.memory.delete(key);
    else this.memory.set(key, value);
  }

  /** @param {string} key */
  remove(key) {
    this.memory.delete(key);
    this.#try((storage) => storage.removeItem(key));
  }

  /** @returns {string[]} */
  get keys() {
    return [...new Set([...this.memory.keys(), ...(this.#try((storage) => Object.keys(storage)) ?? [])])];
  }

  /** @template T @param {(storage: Storage) => T} act @returns {T | undefined} */
  #try(act) {
    try {
      return act(this.storage());
    } catch {
      // Even to look there is forbidden, or there is no room.
      return undefined;
    }
  }
}

/** Until somebody clears it. */
export const device = new Shelf(() => localStorage);

/** Until the tab is closed. */
export const tab = new Shelf(() => sessionStorage);
