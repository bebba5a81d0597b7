// @ts-check
/** @import { About } from "../api/types.js" */
import { Http } from "../api/http.js";
import { Session } from "../api/session.js";
import { LiveClient } from "../live/client.js";

/** The one session, API and live connection of this tab. */

const guest = new Http({ token: async () => null, refresh: async () => false });

export const session = new Session((path, body, token) =>
  guest.request("POST", path, { body, headers: token ? { Authorization: `Bearer ${token}` } : {} }),
);

export const api = new Http({ token: () => session.token(), refresh: () => session.refresh() });

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
});

let user = "";

// Before anybody else hears of a change of user, the connection has let go of what the one before followed.
session.state.watch((state) => {
  const now = state.user?.id ?? "guest";
  if (state.phase === "unknown" || now === user) return;
  user = now;
  live.restart();
});
session.renewed.watch((token) => live.renew(token));

/** Brings the session back, and keeps the connection honest about being one. */
export async function startServices() {
  await session.restore();
  addEventListener("online", () => live.hurry());
  watchSleep();
}

/** A connection may be dead without knowing: after sleep, and after long in the background, ask at once. */
function watchSleep() {
  let seen = Date.now();
  setInterval(() => {
    const slept = Date.now() - seen > 40_000;
    seen = Date.now();
    if (slept) probe();
  }, 10_000);
  document.addEventListener("visibilitychange", () => document.hidden || probe());
}

function probe() {
  live.hurry();
  live.probe();
}
