// @ts-check
import { Problem } from "./problem.js";
import { text } from "./text.js";

/**
 * The key of a form that creates something. It stays until the server says yes, so that whatever is sent again creates one
 * thing, however many answers are lost; only what a refusal made somebody change is another request.
 */
export class IdempotencyKey {
  #key = fresh();
  #content = "";
  #refused = false;

  /** @template T @param {any} content @param {(key: string) => Promise<T>} send @returns {Promise<T>} */
  async use(content, send) {
    const text = JSON.stringify(content);
    if (this.#refused && text !== this.#content) this.#key = fresh();
    this.#content = text;
    this.#refused = false;
    try {
      const answer = await send(this.#key);
      this.#key = fresh();
      return answer;
    } catch (error) {
      throw error instanceof Problem ? this.#failed(error) : error;
    }
  }

  /** @param {Problem} problem */
  #failed(problem) {
    this.#refused = problem.status >= 400 && problem.status < 500;
    if (problem.slug !== "idempotency-mismatch") return problem;
    this.#key = fresh();
    return new Problem({ type: "conflict", said: text.arrived }, 409);
  }
}

/** Random through and through: it says nothing of when, and no clock is asked. */
function fresh() {
  // Only secure contexts have randomUUID.
  if (crypto.randomUUID) return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
