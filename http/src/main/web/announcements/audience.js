// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { hackathons } from "../api/hackathons.js";

/** How many an announcement to each audience reaches now; for organizers. @param {Hackathon} hackathon @returns {Promise<Record<string, number>>} */
export async function audienceSizes({ id }) {
  const [{ counts }, { items }] = await Promise.all([hackathons.get(id), hackathons.staff(id)]);
  return sizesOf(counts, items);
}

/** Organizers announce; what they say is for the others. @param {{registered: number, waitlisted: number}} counts @param {{roles: string[]}[]} staff */
export function sizesOf(counts, staff) {
  const having = (/** @type {string} */ role) => staff.filter(({ roles }) => roles.includes(role)).length;
  return {
    ALL: counts.registered + counts.waitlisted + staff.length - having("ORGANIZER"),
    PARTICIPANTS: counts.registered,
    JUDGES: having("JUDGE"),
    MENTORS: having("MENTOR"),
    ORGANIZERS: having("ORGANIZER"),
  };
}
