// @ts-check
/** @import { Hackathon, Team } from "../api/types.js" */
import { peopleOf } from "./finding.js";

/**
 * What stands between somebody and a team to whose door they have a key.
 * @typedef {"sign-in" | "already-in" | "other-team" | "staff" | "over" | "full" | "waitlisted" | "register" | "not-yet" | "closed" | "join"} Step
 */

/** @param {Team} team @param {Hackathon} hackathon @param {string | undefined} user @returns {Step} */
export function nextStep(team, { me, status, teamSize }, user) {
  if (!user) return "sign-in";
  if (peopleOf(team).some((it) => it.user.id === user)) return "already-in";
  if (["JUDGING", "COMPLETED", "CANCELLED"].includes(status)) return "over";
  if ((me?.roles?.length ?? 0) > 0) return "staff";
  if (me?.teamId) return "other-team";
  if (peopleOf(team).length >= teamSize.max) return "full";
  switch (me?.registration?.status) {
    case "REGISTERED":
    case "CHECKED_IN":
      return "join";
    case "WAITLISTED":
      return "waitlisted";
    default:
      return status === "REGISTRATION_OPEN" ? "register" : status === "PUBLISHED" ? "not-yet" : "closed";
  }
}
