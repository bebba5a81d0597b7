// @ts-check
/** @import { Memberships } from "../api/types.js" */
import { teams } from "../api/teams.js";
import { session } from "../app/services.js";
import { Store } from "../live/store.js";
import { memberships, mentoredTeams } from "./memberships.js";

/** @typedef {{id: string, name: string, hackathonId: string, mentored: boolean}} MyTeam */

/** The teams that I am on, and those that I mentor. @type {Store<MyTeam[]>} */
export const myTeams = new Store(/** @type {MyTeam[]} */ ([]));

/** Names are asked for once. @type {Map<string, MyTeam>} */
const known = new Map();
let owner = "";

/** @param {Memberships | null} mine */
async function follow(mine) {
  const user = session.user?.id ?? "";
  if (user !== owner) known.clear();
  owner = user;
  if (!mine) return myTeams.set([]);
  const own = mine.hackathons.flatMap(({ teamId }) => teamId ?? []);
  const wanted = [...own, ...mentoredTeams(mine)];
  // A team that cannot be read at the moment is left out, not the others with it.
  await Promise.allSettled(wanted.filter((id) => !known.has(id)).map((id) => learn(id, !own.includes(id))));
  if (memberships.value !== mine) return;
  const all = wanted.flatMap((id) => known.get(id) ?? []);
  if (JSON.stringify(all) !== JSON.stringify(myTeams.value)) myTeams.set(all);
}

/** @param {string} id @param {boolean} mentored */
async function learn(id, mentored) {
  const { name, hackathonId } = await teams.get(id);
  known.set(id, { id, name, hackathonId, mentored });
}

memberships.watch((mine) => void follow(mine));
void follow(memberships.value);
