// @ts-check
/** @import { Feed } from "./feed.js" */
import { people } from "../api/people.js";
import { live, session } from "../app/services.js";
import { inboxOf, linkOf } from "../inbox/inbox.js";
import { toldOf } from "../inbox/told.js";
import { Store } from "../live/store.js";
import { arrived } from "./attention.js";
import { holdFeed } from "./feed.js";

const MOST = 8;
const AGAIN_MS = 15_000;
const FRESH_MS = 30_000;

/** Of the hackathons where one takes part or works, as far as they run; told anew whenever anything in them changes. @type {Store<Feed[]>} */
export const feeds = new Store(/** @type {Feed[]} */ ([]));

/** @type {(() => void)[]} */
let releases = [];
/** @type {(() => void) | null} */
let inboxWatched = null;
/** @type {string | undefined} */
let owner;
let turn = 0;

/** Follows what is announced wherever one belongs, so that it reaches one on every page. */
async function follow() {
  const mine = ++turn;
  if (!owner) return take([]);
  const { hackathons } = await people.memberships();
  if (mine !== turn) return;
  const running = hackathons.filter(({ status, registration, roles }) => !["DRAFT", "COMPLETED", "CANCELLED"].includes(status) && (registration || roles.length > 0));
  take(running.slice(0, MOST).map(({ id, roles }) => {
    const held = holdFeed(id);
    held.model.belongs = true;
    held.model.announces = roles.includes("ORGANIZER");
    return held;
  }));
  await Promise.all(feeds.value.map((feed) => feed.refresh()));
}

/** @param {{model: Feed, release: () => void}[]} held */
function take(held) {
  const before = releases;
  const tell = () => feeds.set([...feeds.value]);
  releases = held.flatMap(({ model, release }) => [model.changed.watch(tell), release]);
  feeds.set(held.map(({ model }) => model));
  for (const release of before) release();
}

/** Until it works: what is urgent must not wait for a page that is loaded anew. */
function followOn() {
  const asked = owner;
  follow().catch(() => setTimeout(() => owner === asked && followOn(), AGAIN_MS));
}

/** What is for some only comes by the inbox: then the list knows more. */
function watchInbox() {
  inboxWatched?.();
  inboxWatched = null;
  if (!owner) return;
  const inbox = inboxOf(owner);
  let seen = -1;
  inboxWatched = inbox.changed.watch(() => {
    const newest = inbox.notifications[0];
    const known = seen;
    seen = Math.max(seen, newest?.seq ?? 0);
    if (!newest || newest.seq <= known) return;
    const { kind, link } = newest.data;
    const { title, body = "" } = toldOf(newest.data);
    if (Date.now() + live.skew - Date.parse(newest.at) < FRESH_MS) arrived(title, body, linkOf(link) ?? "/inbox");
    if (kind === "announcement") for (const feed of feeds.value) void feed.refresh().catch(() => {});
  });
}

function whoIsIt() {
  if (session.user?.id === owner && turn > 0) return;
  owner = session.user?.id;
  followOn();
  watchInbox();
}

session.state.watch(whoIsIt);
// Whoever has just registered belongs there now.
document.addEventListener("changed", followOn);
whoIsIt();
