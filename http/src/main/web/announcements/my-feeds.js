// @ts-check
/** @import { Feed } from "./feed.js" */
import { people } from "../api/people.js";
import { session } from "../app/services.js";
import { inboxOf } from "../inbox/inbox.js";
import { Store } from "../live/store.js";
import { holdFeed } from "./feed.js";

const MOST = 8;

/** Of the hackathons where one takes part or works, as far as they run; told anew whenever anything in them changes. @type {Store<Feed[]>} */
export const feeds = new Store(/** @type {Feed[]} */ ([]));

/** @type {(() => void)[]} */
let releases = [];
/** @type {string | undefined} */
let owner;
let turn = 0;

/** Follows what is announced wherever one belongs, so that it reaches one on every page. */
async function follow() {
  const mine = ++turn;
  owner = session.user?.id;
  if (!owner) return take([]);
  const { hackathons } = await people.memberships();
  if (mine !== turn) return;
  const running = hackathons.filter(({ status, registration, roles }) => !["DRAFT", "COMPLETED", "CANCELLED"].includes(status) && (registration || roles.length > 0));
  take(running.slice(0, MOST).map(({ id }) => holdFeed(id)));
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

const quietly = () => void follow().catch(() => {});

/** What is for some only comes by the inbox: then the list knows more. */
function watchInbox() {
  if (!owner) return;
  const inbox = inboxOf(owner);
  let seen = 0;
  releases.push(inbox.changed.watch(() => {
    const newest = inbox.notifications[0];
    if (!newest || newest.seq <= seen) return;
    seen = newest.seq;
    if (newest.data.kind === "announcement") for (const feed of feeds.value) void feed.refresh().catch(() => {});
  }));
}

session.state.watch(() => {
  if (session.user?.id !== owner) void follow().then(watchInbox, () => {});
});
// Whoever has just registered belongs there now.
document.addEventListener("changed", quietly);
void follow().then(watchInbox, () => {});
