// @ts-check
/** @import { Team } from "../api/types.js" */

/** @typedef {"newest" | "name" | "places"} Sort */
/** @typedef {{words?: string, looking?: boolean, skill?: string, sort?: Sort}} Wish */

/** @param {Team} team */
export const peopleOf = (team) => team.members.filter(({ role }) => role !== "MENTOR");

/** Whether somebody could join, as far as the team says. @param {Team} team @param {number} max */
export function isLooking(team, max) {
  if (peopleOf(team).length >= max) return false;
  return team.status === "RECRUITING" || (team.status === "COMPETING" && (team.lookingFor ?? []).length > 0);
}

/** The skills that teams with a free place want, the most wanted first. @param {Team[]} teams @param {number} max */
export function skillsWanted(teams, max) {
  /** @type {Map<string, {name: string, count: number}>} */
  const wanted = new Map();
  for (const name of teams.filter((team) => isLooking(team, max)).flatMap(({ lookingFor }) => lookingFor ?? [])) {
    const key = name.toLocaleLowerCase();
    wanted.set(key, { name: wanted.get(key)?.name ?? name, count: (wanted.get(key)?.count ?? 0) + 1 });
  }
  return [...wanted.values()].sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)).map(({ name }) => name);
}

/** Those that fit, in the order wished for. @param {Team[]} teams @param {Wish} wish @param {number} max */
export function fitting(teams, { words = "", looking = false, skill = "", sort = "newest" }, max) {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = teams.filter((team) => {
    if (team.status === "DISBANDED" || (looking && !isLooking(team, max))) return false;
    if (skill && !(team.lookingFor ?? []).some((it) => it.toLocaleLowerCase() === skill.toLocaleLowerCase())) return false;
    const said = [team.name, team.description ?? "", ...(team.lookingFor ?? []), ...peopleOf(team).map(({ user }) => user.fullName)].join(" ").toLocaleLowerCase();
    return wanted.every((word) => said.includes(word));
  });
  return found.sort(ORDERS[sort]);
}

/** @type {Record<Sort, (a: Team, b: Team) => number>} */
const ORDERS = {
  newest: (a, b) => b.createdAt.localeCompare(a.createdAt),
  name: (a, b) => a.name.localeCompare(b.name),
  places: (a, b) => peopleOf(a).length - peopleOf(b).length || a.name.localeCompare(b.name),
};
