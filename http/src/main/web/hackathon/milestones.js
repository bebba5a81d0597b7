// @ts-check
/** @import { Hackathon } from "../api/types.js" */

/**
 * @typedef {"registrationStart" | "registrationEnd" | "startDate" | "freezeAt" | "endDate" | "judging" | "results" | "cancelled"} Key
 * @typedef {{key: Key, at?: string, state: "past" | "now" | "next" | "coming"}} Milestone
 */

/** Which moment each status has behind it. */
const BEHIND = /** @type {const} */ ({ REGISTRATION_OPEN: ["registrationStart"], REGISTRATION_CLOSED: ["registrationStart", "registrationEnd"], ACTIVE: ["registrationStart", "registrationEnd", "startDate"] });

/**
 * The life of a hackathon as people see it, in order: what is behind, what is on, what comes next.
 * @param {Pick<Hackathon, "status" | "registrationStart" | "registrationEnd" | "startDate" | "endDate" | "freezeAt">} hackathon
 * @param {number} now by the server's clock
 * @returns {Milestone[]}
 */
export function milestonesOf(hackathon, now) {
  const { status } = hackathon;
  const dated = /** @type {const} */ (["registrationStart", "registrationEnd", "startDate", "freezeAt", "endDate"])
    .flatMap((key) => (hackathon[key] ? [{ key, at: /** @type {string} */ (hackathon[key]) }] : []))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const done = new Set(status === "JUDGING" || status === "COMPLETED" ? dated.map(({ key }) => key) : /** @type {readonly string[]} */ (BEHIND[/** @type {"ACTIVE"} */ (status)] ?? []));
  /** @type {Milestone[]} */
  const moments = dated.map(({ key, at }) => ({ key, at, state: done.has(key) || Date.parse(at) <= now ? "past" : "coming" }));
  if (status === "CANCELLED") return [...moments.filter(({ state }) => state === "past"), { key: "cancelled", state: "now" }];
  const judging = status === "COMPLETED" ? "past" : status === "JUDGING" ? "now" : "coming";
  moments.push({ key: "judging", state: judging }, { key: "results", state: status === "COMPLETED" ? "now" : "coming" });
  const next = moments.findIndex(({ state }) => state === "coming");
  return moments.map((it, at) => (at === next ? { ...it, state: "next" } : it));
}
