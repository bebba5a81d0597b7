// @ts-check
import { people } from "../api/people.js";
import { session } from "../app/services.js";
import { holdFeed } from "./feed.js";

const MOST = 8;

/** @type {(() => void)[]} */
let releases = [];
/** @type {string | undefined} */
let owner;

/** Follows what is announced wherever one belongs, so that it reaches one on every page. */
async function followMine() {
  if (session.user?.id === owner) return;
  owner = session.user?.id;
  for (const release of releases.splice(0)) release();
  if (!owner) return;
  const asked = owner;
  const { hackathons } = await people.memberships();
  if (asked !== owner) return;
  const running = hackathons.filter(({ status }) => !["DRAFT", "COMPLETED", "CANCELLED"].includes(status));
  releases = running.slice(0, MOST).map(({ id }) => holdFeed(id).release);
}

const quietly = () => void followMine().catch(() => {});
session.state.watch(quietly);
quietly();
