// @ts-check
/** @import { Criterion, Hackathon } from "../api/types.js" */
import { listOf } from "../team/list-of.js";

const DAY = 86_400_000;

/** A new hackathon to begin from: two weeks ahead, two days long. @returns {Partial<Hackathon>} */
export function freshHackathon(now = Date.now()) {
  const at = (/** @type {number} */ days, /** @type {number} */ hour) => new Date(new Date(now + days * DAY).setHours(hour, 0, 0, 0)).toISOString();
  return {
    difficulty: "INTERMEDIATE",
    registrationStart: at(1, 9),
    registrationEnd: at(13, 18),
    startDate: at(14, 9),
    endDate: at(16, 16),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    teamSize: { min: 1, max: 5 },
    judgingCriteria: [
      { key: "impact", name: "Impact", weight: 2, min: 0, max: 10 },
      { key: "execution", name: "Execution", weight: 2, min: 0, max: 10 },
      { key: "presentation", name: "Presentation", weight: 1, min: 0, max: 10 },
    ],
  };
}

/**
 * The whole body to send: what the form has, and what it does not show kept as it was.
 * @param {FormData} data @param {Partial<Hackathon>} before @param {Criterion[]} judgingCriteria
 */
export function bodyOf(data, before, judgingCriteria) {
  const text = (/** @type {string} */ name) => String(data.get(name) ?? "").trim() || undefined;
  const number = (/** @type {string} */ name) => (text(name) === undefined ? undefined : Number(text(name)));
  const moment = (/** @type {string} */ name) => (text(name) ? new Date(/** @type {string} */ (text(name))).toISOString() : undefined);
  return {
    organizationId: text("organizationId") ?? before.organization?.id,
    title: text("title"),
    description: text("description"),
    theme: text("theme"),
    difficulty: text("difficulty"),
    registrationStart: moment("registrationStart"),
    registrationEnd: moment("registrationEnd"),
    startDate: moment("startDate"),
    endDate: moment("endDate"),
    graceMinutes: number("graceMinutes"),
    timeZone: text("timeZone"),
    maxParticipants: number("maxParticipants"),
    teamSize: { min: number("teamMin") ?? 1, max: number("teamMax") ?? 5 },
    prizes: before.prizes ?? [],
    requirements: { ...before.requirements, skills: listOf(text("skills")) },
    resources: before.resources ?? {},
    rules: text("rules"),
    judgingCriteria,
    tracks: tracksOf(text("tracks"), before.tracks ?? []),
    leaderboardVisibility: text("leaderboardVisibility"),
    ...(before.freezeAt ? { freezeAt: before.freezeAt } : {}),
  };
}

/** A track that keeps its name keeps its id. @param {string | undefined} text @param {{id: string, name: string}[]} before */
function tracksOf(text, before) {
  return listOf(text).map((name) => before.find((track) => track.name === name) ?? { id: keyOf(name), name });
}

/** A key out of a name: "User experience" → "user-experience". @param {string} name */
export function keyOf(name) {
  const key = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return key.slice(0, 40) || "x";
}
