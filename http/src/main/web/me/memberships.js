// @ts-check
/** @import { Memberships } from "../api/types.js" */
import { people } from "../api/people.js";
import { place } from "../app/router.js";
import { live, session } from "../app/services.js";
import { Store } from "../live/store.js";

const STALE_MS = 5000;
const ANEW_MS = 60_000;

/** Where I belong and what is unread there; null while nobody is signed in, or it is not known yet. @type {Store<Memberships | null>} */
export const memberships = new Store(/** @type {Memberships | null} */ (null));

let askedAt = 0;
/** @type {string | undefined} */
let owner;

/** Asks again, unless it was asked a moment ago. @param {boolean} [now] whatever was asked before */
export async function refreshMemberships(now = false) {
  const user = session.user?.id;
  if (!user || document.hidden || (!now && Date.now() - askedAt < STALE_MS)) return;
  askedAt = Date.now();
  const mine = await people.memberships();
  if (user === session.user?.id) memberships.set(mine);
}

/** How many messages of a channel are unread: as the server counted, less what was read here since. @param {Memberships} mine @param {string} channel */
export function unreadIn(mine, channel) {
  const it = mine.channels.find((one) => one.channel === channel);
  if (!it) return 0;
  return Math.max(0, it.head - Math.max(it.read, live.positions.value[channel] ?? 0));
}

/**
 * The teams that invited me as their mentor: whose chat I follow without being on them.
 * @param {Memberships} mine @returns {string[]} ids
 */
export function mentoredTeams({ hackathons, channels }) {
  const own = new Set(hackathons.map(({ teamId }) => teamId));
  return channels.flatMap(({ channel }) => /^team\/(.+)\/chat$/.exec(channel)?.[1] ?? []).filter((id) => !own.has(id));
}

// Not to know it for a moment is no harm: whoever needs it shows what was known, and asks again.
const quietly = () => void refreshMemberships().catch(() => {});

function changedUser() {
  if (session.user?.id === owner) return;
  owner = session.user?.id;
  askedAt = 0;
  memberships.set(null);
  quietly();
}

session.state.watch(changedUser);
place.watch(quietly);
document.addEventListener("visibilitychange", quietly);
setInterval(quietly, ANEW_MS);
changedUser();
