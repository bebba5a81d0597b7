// @ts-check

/** What the server answered instead (RFC 9457), or that it did not answer. */
export class Problem extends Error {
  /** @param {any} body @param {number} status */
  constructor(body, status) {
    super(body?.detail || body?.title || "Something went wrong.");
    this.name = "Problem";
    this.status = status;
    /** The last part of its type: what programs go by. @type {string} */
    this.slug = String(body?.type ?? "").split("/").pop() || (status === 0 ? "unreachable" : "internal");
    /** @type {{field: string, code: string, message: string}[]} */
    this.errors = body?.errors ?? [];
    /** @type {{guard: string, message: string, teams?: string[]}[]} */
    this.guards = body?.guards ?? [];
    this.requestId = body?.requestId;
  }

  /** What is wrong with a field, by its JSON pointer. @param {string} pointer */
  at(pointer) {
    return this.errors.find((error) => error.field === pointer)?.message;
  }

  static unreachable() {
    return new Problem({ title: "The server cannot be reached. Check your connection and try again." }, 0);
  }

  /** @param {Response} response */
  static async from(response) {
    const body = await response.json().catch(() => ({ title: `The server answered ${response.status}.` }));
    return new Problem(body, response.status);
  }
}

/** Any failure as something to show, a refused command of the live connection too. @param {unknown} error @returns {Problem} */
export function problemOf(error) {
  if (error instanceof Problem) return error;
  const { code, message } = /** @type {any} */ (error ?? {});
  if (typeof code === "string") return new Problem({ type: code, detail: message || "That was refused." }, 0);
  console.error(error);
  return new Problem({ title: "Something went wrong on this page." }, 0);
}
