// @ts-check
/** @import { Answer } from "../offline/kept.js" */
/** @import { Options, Tokens } from "./http.js" */
/** @import { Exchanged } from "./late.js" */
import { Http, queryString } from "./http.js";
import { handed, mayCome, outdate } from "./late.js";
import { Problem } from "./problem.js";

/** After this, an older answer is better than none. */
const PATIENCE_MS = 5000;
/** Answers of somebody who stands between, or of a server that is about to go. */
const AWAY = [0, 502, 503, 504];

/**
 * @typedef {object} Memory
 * @property {(question: string) => Promise<Answer | undefined>} answer
 * @property {(question: string, body: any, etag?: string) => void} keepAnswer
 *
 * @typedef {object} Shown     told how old what is shown is
 * @property {(question: string, at: number, askedAt: number) => void} old
 * @property {(question: string) => void} fresh
 */

/** The REST API that answers from memory what it was told before, while the server cannot be reached or takes long. */
export class RememberingHttp extends Http {
  /** @param {Tokens} tokens @param {() => Memory | null} memory of whoever asks now @param {Shown} shown @param {typeof fetch} [fetcher] */
  constructor(tokens, memory, shown, fetcher) {
    super(tokens, fetcher);
    this.memory = memory;
    this.shown = shown;
    this.patience = PATIENCE_MS;
  }

  /** @param {string} path @param {Record<string, any>} [query] @returns {Promise<any>} */
  async get(path, query) {
    return (await this.#ask(path, { query }, true)).body;
  }

  /** A version that somebody is going to change is waited for, unless the server is away. @param {string} method @param {string} path @param {Options} options */
  async exchange(method, path, options) {
    if (method === "GET") return this.#ask(path, options, false);
    const memory = this.memory();
    const answer = await super.exchange(method, path, options).finally(outdate);
    // What has a version and was written in its place is what will be read there.
    if (method === "PUT" && answer.etag) memory?.keepAnswer(path, answer.body, answer.etag);
    return answer;
  }

  /** @param {string} path @param {Options} options @param {boolean} hurried @returns {Promise<Exchanged>} */
  async #ask(path, options, hurried) {
    const memory = this.memory();
    // Logs are kept by those who follow them.
    if (!memory || path.startsWith("/channels/")) return super.exchange("GET", path, options);
    const question = path + queryString(options.query);
    const late = handed(question);
    if (late) return this.#shows(question, late);
    const askedAt = Date.now();
    const fresh = super.exchange("GET", path, options).then((answer) => (memory.keepAnswer(question, answer.body, answer.etag), answer));
    const slow = options.fresh ? null : await this.#slow(fresh, hurried);
    const known = slow === null ? undefined : await memory.answer(question);
    if (!known) return this.#shows(question, fresh);
    this.shown.old(question, known.at, askedAt);
    if (slow === "waiting") mayCome(fresh.then((it) => (same(it, known) ? null : [question, it]), () => null));
    return known;
  }

  /** @param {string} question @param {Exchanged | Promise<Exchanged>} answer */
  async #shows(question, answer) {
    const fresh = await answer;
    this.shown.fresh(question);
    return fresh;
  }

  /** Whether to look into memory: the server is away, or still thinks. @param {Promise<any>} fresh @param {boolean} hurried @returns {Promise<"away" | "waiting" | null>} */
  #slow(fresh, hurried) {
    return new Promise((resolve) => {
      const timer = hurried ? setTimeout(resolve, this.patience, /** @type {const} */ ("waiting")) : undefined;
      const told = (/** @type {"away" | null} */ what) => (clearTimeout(timer), resolve(what));
      fresh.then(
        () => told(null),
        (error) => told(error instanceof Problem && AWAY.includes(error.status) ? "away" : null),
      );
    });
  }
}

/** @param {Exchanged} a @param {Exchanged} b */
const same = (a, b) => JSON.stringify(a.body) === JSON.stringify(b.body);
