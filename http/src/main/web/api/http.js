// @ts-check
import { Problem } from "./problem.js";

const BASE = "/api/v1";
/** A server that says nothing for so long is away. */
const PATIENCE_MS = 20_000;

/** The page goes: what is sent now outlives it. */
let leaving = false;
addEventListener("pagehide", () => (leaving = true), { capture: true });
addEventListener("pageshow", () => (leaving = false), { capture: true });

/**
 * @typedef {object} Tokens
 * @property {() => Promise<string | null>} token
 * @property {() => Promise<boolean>} refresh
 *
 * @typedef {{query?: Record<string, any>, body?: any, headers?: Record<string, string>, fresh?: boolean}} Options
 * `fresh`: not from memory, where there is one
 */

/** The REST API: JSON in and out, problems as exceptions, a stale token renewed once. */
export class Http {
  /** @param {Tokens} tokens @param {typeof fetch} [fetcher] */
  constructor(tokens, fetcher) {
    this.tokens = tokens;
    this.fetcher = fetcher ?? ((input, init) => fetch(input, init));
  }

  /** @param {string} path @param {Record<string, any>} [query] */
  get(path, query) {
    return this.request("GET", path, { query });
  }

  /** Creating twice is prevented by a key per act. @param {string} path @param {any} [body] @param {string} [key] */
  post(path, body, key) {
    return this.request("POST", path, { body, headers: key ? { "Idempotency-Key": key } : {} });
  }

  /** @param {string} path @param {any} [body] @param {string} [etag] */
  put(path, body, etag) {
    return this.request("PUT", path, { body, headers: etag ? { "If-Match": etag } : {} });
  }

  /** @param {string} path */
  delete(path) {
    return this.request("DELETE", path, {});
  }

  /** @param {string} method @param {string} path @param {Options} options @returns {Promise<any>} */
  async request(method, path, options) {
    return (await this.exchange(method, path, options)).body;
  }

  /** As `request`, with the version of what was read. @param {string} method @param {string} path @param {Options} options @returns {Promise<{body: any, etag?: string}>} */
  async exchange(method, path, options) {
    const token = await this.tokens.token();
    let response = await this.#send(method, path, options, token);
    if (response.status === 401 && token && (await this.tokens.refresh())) {
      response = await this.#send(method, path, options, await this.tokens.token());
    }
    if (!response.ok) throw await Problem.from(response);
    const text = await response.text();
    return { body: text ? JSON.parse(text) : null, etag: response.headers.get("ETag") ?? undefined };
  }

  /** @param {string} method @param {string} path @param {Options} options @param {string | null} token */
  async #send(method, path, { query, body, headers }, token) {
    /** @type {Record<string, string>} */
    const all = { Accept: "application/json, application/problem+json", ...headers };
    if (token) all.Authorization = `Bearer ${token}`;
    if (body !== undefined) all["Content-Type"] = "application/json";
    try {
      return await this.fetcher(BASE + path + queryString(query), {
        method,
        headers: all,
        body: body === undefined ? undefined : JSON.stringify(body),
        credentials: "same-origin",
        keepalive: leaving && method !== "GET",
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
    } catch {
      throw Problem.unreachable();
    }
  }
}

/** @param {Record<string, any>} [query] */
export function queryString(query = {}) {
  const filled = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== "");
  return filled.length === 0 ? "" : "?" + new URLSearchParams(filled.map(([name, value]) => [name, String(value)]));
}
