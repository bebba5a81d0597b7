// @ts-check
/** @import { User } from "./types.js" */
import { device } from "../offline/device.js";
import { Store } from "../live/store.js";
import { Problem } from "./problem.js";

const HINT = "hackhub.signed-in";
/** Who it was, so that a page opens without a server; never a token. */
const REMEMBERED = "hackhub.user";
/** Somebody left, and the server has not heard of it. */
const OWED = "hackhub.logout-owed";
/** Answers that say that there is no session to end. */
const OVER = [400, 401, 404];
const LOCK = "hackhub.refresh";
/** A token this close to its end counts as stale. */
const MARGIN_MS = 20_000;
const RESTORE_WAITS_MS = [500, 1000, 2000, 4000];

/** `ended`: not by one's own doing. @typedef {{phase: "unknown" | "guest" | "in", user: User | null, ended?: boolean}} SessionState */

/**
 * Who is signed in. The access token lives in memory alone; the refresh token is a cookie that no script sees. Tabs refresh
 * one at a time and tell each other, so that they never use the same refresh token twice.
 */
export class Session {
  /** @param {(path: string, body: any, token?: string) => Promise<any>} post  a plain POST, which throws a Problem */
  constructor(post) {
    this.post = post;
    /** @type {Store<SessionState>} */
    this.state = new Store(/** @type {SessionState} */ ({ phase: "unknown", user: null }));
    /** Told each new token. @type {Store<string | null>} */
    this.renewed = new Store(/** @type {string | null} */ (null));
    /** @type {string | null} */
    this.accessToken = null;
    this.expiresAt = 0;
    /** Whether the server has still to hear that somebody left. */
    this.owed = new Store(device.get(OWED) !== null);
    /** @type {Promise<boolean> | null} */
    this.refreshing = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.tabs = otherTabs();
    this.tabs.onmessage = ({ data }) => (data.out ? this.#out() : this.#accept(data));
  }

  get user() {
    return this.state.value.user;
  }

  get signedIn() {
    return this.user !== null;
  }

  /**
   * On opening the page: is there a session to go on with? Whoever was here is taken at their word until the server has
   * answered, also where it cannot be reached. Of somebody unknown it is asked again before they are a guest.
   */
  async restore() {
    if (this.owed.value) await this.payLogout().catch(() => {});
    if (!device.get(HINT)) return this.#out();
    const user = remembered();
    if (user) {
      this.state.set({ phase: "in", user });
      // Whoever needs a token asks again.
      return void (await this.refresh().catch(() => {}));
    }
    for (const wait of RESTORE_WAITS_MS) {
      try {
        return void (await this.refresh());
      } catch {
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
    this.state.set({ phase: "guest", user: null });
  }

  /** @param {string} path @param {object} body */
  async enter(path, body) {
    await this.payLogout();
    this.#tell(await this.post(path, { ...body, session: "cookie" }));
  }

  /** Ends the session; where the server cannot be reached it is told later, and here it is over nevertheless. */
  async leave() {
    const token = this.accessToken ?? undefined;
    device.set(OWED, "1");
    try {
      await this.payLogout(token);
    } catch {
      // Said until it is paid.
      this.owed.set(true);
    } finally {
      this.#out();
      this.tabs.postMessage({ out: true });
    }
  }

  /** Tells the server that somebody left, where it has not heard of it: before anybody comes. @param {string} [token] */
  async payLogout(token) {
    if (device.get(OWED) === null) return this.#paid();
    await oneTabAtATime(async () => {
      // Another tab has told it meanwhile.
      if (device.get(OWED) === null) return this.#paid();
      try {
        await this.post("/auth/logout", undefined, token);
      } catch (error) {
        // There is no such session any more.
        if (!(error instanceof Problem) || !OVER.includes(error.status)) throw error;
      }
      this.#paid();
    });
  }

  #paid() {
    device.remove(OWED);
    if (this.owed.value) this.owed.set(false);
  }

  /** A token that is good now, or null for a guest. */
  async token() {
    const good = this.accessToken !== null && Date.now() < this.expiresAt - MARGIN_MS;
    if (this.user && !good) await this.refresh();
    return this.accessToken;
  }

  /** @returns {Promise<boolean>} false: the session is over; throws where nobody could say */
  refresh() {
    this.refreshing ??= this.#refresh().finally(() => (this.refreshing = null));
    return this.refreshing;
  }

  async #refresh() {
    const stale = this.accessToken;
    return oneTabAtATime(async () => {
      const another = this.accessToken !== null && this.accessToken !== stale;
      if (another && Date.now() < this.expiresAt - MARGIN_MS) return true;
      try {
        this.#tell(await this.post("/auth/refresh", {}));
        return true;
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 401) throw error;
        this.#out(true);
        return false;
      }
    });
  }

  /** @param {any} answer */
  #tell(answer) {
    const entered = {
      accessToken: answer.accessToken,
      expiresAt: Date.now() + answer.expiresIn * 1000,
      user: answer.user ?? this.user,
    };
    this.#accept(entered);
    this.tabs.postMessage(entered);
  }

  /** @param {{accessToken: string, expiresAt: number, user: User}} entered */
  #accept({ accessToken, expiresAt, user }) {
    const same = this.state.value.phase === "in" && this.user?.id === user?.id;
    this.accessToken = accessToken;
    this.expiresAt = expiresAt;
    device.set(HINT, "1");
    device.set(REMEMBERED, JSON.stringify(user));
    clearTimeout(this.timer);
    const lifetime = expiresAt - Date.now();
    this.timer = setTimeout(() => this.refresh().catch(() => {}), Math.max(lifetime - 3 * MARGIN_MS, lifetime / 2));
    if (!same || this.user !== user) this.state.set({ phase: "in", user });
    this.renewed.set(accessToken);
  }

  #out(ended = false) {
    this.accessToken = null;
    clearTimeout(this.timer);
    device.remove(HINT);
    device.remove(REMEMBERED);
    this.state.set({ phase: "guest", user: null, ended });
  }
}

/** @returns {User | null} */
function remembered() {
  try {
    return JSON.parse(device.get(REMEMBERED) ?? "null");
  } catch {
    return null;
  }
}

/** @returns {BroadcastChannel | MessagePort} */
function otherTabs() {
  try {
    return new BroadcastChannel("hackhub.session");
  } catch {
    // Where site data is blocked tabs know nothing of each other.
    return new MessageChannel().port1;
  }
}

/** @template T @param {() => Promise<T>} task @returns {Promise<T>} */
function oneTabAtATime(task) {
  // Web Locks exist in secure contexts only; elsewhere the server's grace for the token before has to do.
  if (!navigator.locks) return task();
  let begun = false;
  const once = () => ((begun = true), task());
  return /** @type {Promise<any>} */ (navigator.locks.request(LOCK, once)).catch((error) => {
    // Where site data is blocked there are no locks either.
    if (begun) throw error;
    return task();
  });
}
