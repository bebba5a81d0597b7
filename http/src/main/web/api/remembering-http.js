// @ts-check
/** @import { Answer } from "../offline/kept.js" */
/** @import { Tokens } from "./http.js" */
import { Http, queryString } from "./http.js";
import { Problem } from "./problem.js";

/** After this, an older answer is better than none. */
const PATIENCE_MS = 5000;
/** Answers of somebody who stands between, or of a server that is about to go. */
const AWAY = [0, 502, 503, 504];

/**
 * @typedef {object} Memory
 * @property {(question: string) => Promise<Answer | undefined>} answer
 * @property {(question: string, body: any) => void} keepAnswer
 */

/** The REST API that answers from memory what it was told before, while the server cannot be reached or takes long. */
export class RememberingHttp extends Http {
  /**
   * @param {Tokens} tokens @param {() => Memory | null} memory of whoever asks now
   * @param {(at: number, newer?: Promise<any>) => void} fromMemory told of each such answer: how old it is, and what may still come
   * @param {typeof fetch} [fetcher]
   */
  constructor(tokens, memory, fromMemory, fetcher) {
    super(tokens, fetcher);
    this.memory = memory;
    this.fromMemory = fromMemory;
    this.patience = PATIENCE_MS;
  }

  /** @param {string} path @param {Record<string, any>} [query] */
  async get(path, query) {
    const memory = this.memory();
    // Logs are kept by those who follow them.
    if (!memory || path.startsWith("/channels/")) return super.get(path, query);
    const question = path + queryString(query);
    const fresh = super.get(path, query).then((body) => (memory.keepAnswer(question, body), body));
    const slow = await this.#slow(fresh);
    if (slow === null) return fresh;
    const known = await memory.answer(question);
    if (!known) return fresh;
    this.fromMemory(known.at, slow === "waiting" ? fresh : undefined);
    return known.body;
  }

  /** Whether to look into memory: the server is away, or still thinks. @param {Promise<any>} fresh @returns {Promise<"away" | "waiting" | null>} */
  #slow(fresh) {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.patience, /** @type {const} */ ("waiting"));
      const told = (/** @type {"away" | null} */ what) => (clearTimeout(timer), resolve(what));
      fresh.then(
        () => told(null),
        (error) => told(error instanceof Problem && AWAY.includes(error.status) ? "away" : null),
      );
    });
  }
}
