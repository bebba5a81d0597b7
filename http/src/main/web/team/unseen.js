// @ts-check

/** Counts what others write while one looks at another part of the room. */
export class Unseen {
  /** Up to where one has seen it; null while one is looking. @type {number | null} */
  #left = null;

  /** One looks elsewhere from here on. @param {number} seq of the last message there is */
  leave(seq) {
    this.#left ??= seq;
  }

  back() {
    this.#left = null;
  }

  /** @param {Iterable<{seq: number, author?: {id: string}}>} items @param {string | undefined} me */
  count(items, me) {
    if (this.#left === null) return 0;
    let count = 0;
    for (const { seq, author } of items) if (author && author.id !== me && seq > this.#left) count++;
    return count;
  }
}
