// @ts-check

/** Timers by name: setting one replaces the one before. */
export class Timers {
  /** @type {Map<string, ReturnType<typeof setTimeout>>} */
  #running = new Map();

  /** @param {string} name @param {number} ms @param {() => void} task */
  set(name, ms, task) {
    this.stop(name);
    this.#running.set(name, setTimeout(task, Math.max(0, ms)));
  }

  /** @param {...string} names */
  stop(...names) {
    for (const name of names) {
      clearTimeout(this.#running.get(name));
      this.#running.delete(name);
    }
  }
}
