// @ts-check
/** @import { Shelf } from "../offline/device.js" */
/** @import { About } from "../api/types.js" */
import { Http } from "../api/http.js";
import { RememberingHttp } from "../api/remembering-http.js";
import { Session } from "../api/session.js";
import { dropAll } from "../design/undo.js";
import { LiveClient } from "../live/client.js";
import { Store } from "../live/store.js";
import { GUEST, Kept } from "../offline/kept.js";
import { shown } from "./freshness.js";

/** The one session, API and live connection of this tab. */

const guest = new Http({ token: async () => null, refresh: async () => false });

export const session = new Session((path, body, token) =>
  guest.request("POST", path, { body, headers: token ? { Authorization: `Bearer ${token}` } : {} }),
);

/** What this browser keeps of whoever is here. @type {Store<Kept | null>} */
export const kept = new Store(/** @type {Kept | null} */ (null));

/** What whoever is here has begun and not sent, and what else is theirs alone on this device. */
export const drafts = {
  /** @param {string} name @param {Shelf} [where] @returns {any} null: nothing */
  of: (name, where) => kept.value?.drafts.of(name, where) ?? null,
  /** @param {string} name @param {any} draft null: it is sent, or not wanted @param {Shelf} [where] */
  keep: (name, draft, where) => kept.value?.drafts.keep(name, draft, where),
};

export const api = new RememberingHttp(
  { token: () => session.token(), refresh: () => session.refresh() },
  () => kept.value,
  shown,
);

/** @type {Promise<About> | null} */
let known = null;

/** What this server is; asked once, or anew. @param {boolean} [anew] @returns {Promise<About>} */
export function about(anew = false) {
  if (anew || !known) {
    known = guest.get("/about");
    known.catch(() => (known = null));
  }
  return known;
}

export const live = new LiveClient({
  about: () => about(true),
  token: () => session.token(),
  refresh: async () => (session.signedIn ? session.refresh() : true),
  page: (channel, query) => api.get(`/channels/${channel}/events`, query),
  visible: () =>
    new Promise((resolve) => {
      const look = () => {
        if (document.hidden) return;
        document.removeEventListener("visibilitychange", look);
        resolve();
      };
      document.addEventListener("visibilitychange", look);
      look();
    }),
  refused: (waiting, refusal) => refusedLater.set({ waiting, refusal }),
});

/** What was done before the page was opened, and came to nothing. @type {Store<{waiting: import("../live/types.js").Waiting, refusal: import("../live/types.js").Refusal} | null>} */
export const refusedLater = new Store(/** @type {any} */ (null));

/** Without a tick for so long the machine was asleep. */
const SLEPT_MS = 40_000;

let user = "";

// Before anybody else hears of a change of user, the connection has let go of what the one before followed.
session.state.watch((state) => {
  const now = state.user?.id ?? "guest";
  if (state.phase === "unknown" || now === user) return;
  user = now;
  dropAll();
  void keepFor(now, state.ended ?? false);
  live.restart(state.user ? kept.value : null);
});
session.renewed.watch((token) => live.renew(token));

/** What is kept of somebody goes with them. @param {string} user @param {boolean} ended what they could not send waits for their return, for they did not leave by themselves */
async function keepFor(user, ended) {
  const before = kept.value;
  const now = new Kept(user);
  kept.set(now);
  if (before && before.user !== GUEST) await before.erase(!ended);
  await now.alone();
}

/** Brings the session back, and keeps the connection honest about being one. */
export async function startServices() {
  watchSleep();
  addEventListener("online", () => live.revive());
  live.state.watch(({ phase }) => void (phase === "open" && session.payLogout().catch(() => {})));
  await session.restore();
}

/**
 * A connection may be dead without knowing: after long in the background it is asked at once; after sleep it is a new one, for
 * which a stale token is renewed first.
 */
function watchSleep() {
  let seen = Date.now();
  const look = (/** @type {number} */ tolerated) => {
    const slept = Date.now() - seen > tolerated;
    seen = Date.now();
    if (slept && !document.hidden) live.revive();
    return slept;
  };
  setInterval(() => look(SLEPT_MS), 5000);
  // In the background timers are slowed down to one a minute.
  document.addEventListener("visibilitychange", () => document.hidden || look(SLEPT_MS + 60_000) || probe());
}

function probe() {
  live.hurry();
  live.probe();
}
