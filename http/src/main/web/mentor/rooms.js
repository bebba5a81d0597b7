// @ts-check
/** @import { Team } from "../api/types.js" */
import { people } from "../api/people.js";
import { teams } from "../api/teams.js";
import { mentoredTeams } from "../me/memberships.js";

/** The teams that invited me, of one hackathon or of all. @param {string} [hackathonId] @returns {Promise<Team[]>} */
export async function invitingTeams(hackathonId) {
  const asked = await Promise.allSettled(mentoredTeams(await people.memberships()).map(teams.get));
  const found = asked.flatMap((it) => (it.status === "fulfilled" ? it.value : []));
  return found.filter((team) => team.status !== "DISBANDED" && (!hackathonId || team.hackathonId === hackathonId));
}
