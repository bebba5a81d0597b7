// @ts-check
import { text } from "./text.js";

/** Of these the server's own words say less than ours. */
const GENERAL = ["validation", "guard-failed", "unauthenticated", "internal", "unreachable"];
/** Of these guards the server says more: it names the teams. */
const NAMING = ["reviews", "ties"];

/** What browsers say of a part of the page that did not come. */
const NOT_LOADED = /dynamically imported module|Importing a module/;

/** What the server answered instead (RFC 9457), or that it did not answer. */
export class Problem extends Error {
  /** @param {any} body @param {number} status */
  constructor(body, status) {
    super(messageOf(slugOf(body, status), body));
    this.name = "Problem";
    this.status = status;
    /** The last part of its type: what programs go by. @type {string} */
    this.slug = slugOf(body, status);
    /** `said`: in words of ours that fit better than the general ones. @type {{field: string, code: string, message: string, said?: string}[]} */
    this.errors = body?.errors ?? [];
    /** What is missing, in the reader's language. @type {{guard: string, message: string, teams?: string[]}[]} */
    this.guards = (body?.guards ?? []).map(inWords);
    this.requestId = body?.requestId;
  }

  /** What is wrong with a field, by its JSON pointer. @param {string} pointer */
  at(pointer) {
    const error = this.errors.find(({ field }) => field === pointer);
    return error && saidOf(error);
  }

  /** What is wrong with a field or with something in it: one of a list, say. @param {string} pointer */
  within(pointer) {
    const error = this.errors.find(({ field }) => field === pointer || field.startsWith(`${pointer}/`));
    return error && saidOf(error);
  }

  static unreachable() {
    return new Problem({}, 0);
  }

  /** @param {Response} response */
  static async from(response) {
    const body = await response.json().catch(() => ({ type: "about:blank", title: text.answered(response.status) }));
    const seconds = Number(response.headers.get("Retry-After"));
    return new Problem(response.status === 429 && seconds > 0 ? { ...body, said: text.later(seconds) } : body, response.status);
  }
}

/** What is wrong with a field, in the reader's language. @param {{code: string, message: string, said?: string}} error */
export const saidOf = ({ code, message, said }) => said ?? (text.native && message ? message : (text.fields[code] ?? text.fields.invalid));

/** @param {{guard: string, message: string}} it */
const inWords = (it) => (text.native && NAMING.includes(it.guard) ? it : { ...it, message: text.guards[it.guard] ?? it.message });

/** @param {any} body @param {number} status @returns {string} */
function slugOf(body, status) {
  return String(body?.type ?? "").split("/").pop() || (status === 0 ? "unreachable" : "internal");
}

/** What the server said where it is of the reader's language and says more than its kind does. @param {string} slug @param {any} body */
function messageOf(slug, body) {
  const own = text.problems[slug];
  const theirs = body?.detail || body?.title;
  if (body?.said) return body.said;
  if (own && (!text.native || GENERAL.includes(slug) || !theirs)) return own;
  return theirs || text.somethingWrong;
}

/** Any failure as something to show, a refused command of the live connection too. @param {unknown} error @returns {Problem} */
export function problemOf(error) {
  if (error instanceof Problem) return error;
  const { code, message, said } = /** @type {any} */ (error ?? {});
  if (typeof code === "string") return new Problem({ type: code, detail: message || text.refused, said }, 0);
  if (error instanceof TypeError && NOT_LOADED.test(error.message)) return Problem.unreachable();
  console.error(error);
  return new Problem({ said: text.pageWrong, type: "page" }, 0);
}
