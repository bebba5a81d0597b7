// @ts-check
/** @import { Criterion, Hackathon, Prize } from "../api/types.js" */
import { listOf } from "../design/list-of.js";
import { amountOf, moneyOf } from "../design/money.js";
import { folded } from "../i18n/folded.js";
import { instantOf, wallTime } from "./event-time.js";
import { text } from "./text.js";

/**
 * What is in the form, as it was typed; dates as clocks at the event show them.
 * @typedef {{id?: string, name: string, amount: string, currency: string, rank?: number}} PrizeDraft
 * @typedef {{organizationId: string, title: string, description: string, theme: string, difficulty: string, timeZone: string,
 *   registrationStart: string, registrationEnd: string, startDate: string, endDate: string, freezeAt: string, graceMinutes: string,
 *   maxParticipants: string, teamMin: string, teamMax: string, skills: string, rules: string, tracks: string,
 *   leaderboardVisibility: string, criteria: Criterion[], prizes: PrizeDraft[]}} Draft
 */

const DAY_MS = 86_400_000;
const DATES = /** @type {const} */ (["registrationStart", "registrationEnd", "startDate", "endDate", "freezeAt"]);

/** A new hackathon to begin from: two weeks ahead, two days long. @returns {Draft} */
export function freshDraft(now = Date.now(), timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone) {
  const at = (/** @type {number} */ days, /** @type {string} */ hour) => `${wallTime(new Date(now + days * DAY_MS).toISOString(), timeZone).slice(0, 11)}${hour}`;
  return {
    organizationId: "", title: "", description: "", theme: "", difficulty: "INTERMEDIATE", timeZone,
    registrationStart: at(1, "09:00"), registrationEnd: at(13, "18:00"), startDate: at(14, "09:00"), endDate: at(16, "16:00"), freezeAt: "",
    graceMinutes: "0", maxParticipants: "", teamMin: "1", teamMax: "5", skills: "", rules: "", tracks: "", leaderboardVisibility: "PUBLIC",
    criteria: [
      { key: "impact", name: text.freshCriteria.impact, weight: 2, min: 0, max: 10 },
      { key: "execution", name: text.freshCriteria.execution, weight: 2, min: 0, max: 10 },
      { key: "presentation", name: text.freshCriteria.presentation, weight: 1, min: 0, max: 10 },
    ],
    prizes: [],
  };
}

/** One that is there, to be edited. @param {Hackathon} it @returns {Draft} */
export function draftOf(it) {
  const date = (/** @type {typeof DATES[number]} */ name) => wallTime(it[name], it.timeZone);
  return {
    organizationId: it.organization?.id ?? "", title: it.title, description: it.description, theme: it.theme ?? "", difficulty: it.difficulty, timeZone: it.timeZone,
    registrationStart: date("registrationStart"), registrationEnd: date("registrationEnd"), startDate: date("startDate"), endDate: date("endDate"), freezeAt: date("freezeAt"),
    graceMinutes: String(it.graceMinutes ?? 0), maxParticipants: String(it.maxParticipants ?? ""), teamMin: String(it.teamSize.min), teamMax: String(it.teamSize.max),
    skills: (it.requirements?.skills ?? []).join(", "), rules: it.rules ?? "", tracks: (it.tracks ?? []).map(({ name }) => name).join(", "),
    leaderboardVisibility: it.leaderboardVisibility ?? "PUBLIC", criteria: it.judgingCriteria ?? [],
    prizes: (it.prizes ?? []).map(({ id, name, amount, rank }) => ({ id, name, rank, amount: amountOf(amount), currency: amount?.currency ?? "EUR" })),
  };
}

/**
 * The whole body to send: what the form has, and what it does not show kept as it was.
 * @param {Draft} draft @param {Partial<Hackathon>} before
 */
export function bodyOf(draft, before = {}) {
  const text = (/** @type {string} */ value) => value.trim() || undefined;
  const number = (/** @type {string} */ value) => (value.trim() === "" ? undefined : Number(value));
  // A moment that was not touched keeps its seconds, which the input does not show.
  const date = (/** @type {typeof DATES[number]} */ name) =>
    before[name] && before.timeZone === draft.timeZone && wallTime(before[name], draft.timeZone) === draft[name] ? before[name] : instantOf(draft[name], draft.timeZone);
  return {
    ...(draft.organizationId ? { organizationId: draft.organizationId } : {}),
    title: text(draft.title),
    description: draft.description.trim(),
    theme: text(draft.theme),
    difficulty: draft.difficulty,
    ...Object.fromEntries(DATES.map((name) => [name, date(name)])),
    graceMinutes: number(draft.graceMinutes),
    timeZone: draft.timeZone.trim(),
    maxParticipants: number(draft.maxParticipants),
    teamSize: { min: number(draft.teamMin) ?? 1, max: number(draft.teamMax) ?? 5 },
    prizes: prizesOf(draft.prizes, before.prizes ?? []),
    requirements: { ...before.requirements, skills: listOf(draft.skills) },
    resources: before.resources ?? {},
    rules: text(draft.rules),
    judgingCriteria: draft.criteria,
    tracks: tracksOf(draft.tracks, before.tracks ?? []),
    leaderboardVisibility: draft.leaderboardVisibility,
  };
}

/** @param {PrizeDraft[]} drafts @param {{id?: string}[]} before @returns {Prize[]} */
function prizesOf(drafts, before) {
  const idFor = newIds([...before, ...drafts]);
  return drafts.map(({ id, name, amount, currency, rank }) => ({
    id: id ?? idFor(name), name: name.trim(), ...(rank ? { rank } : {}), ...(amount.trim() ? { amount: moneyOf(amount, currency) } : {}),
  }));
}

/** A track that keeps its name keeps its id. @param {string} text @param {{id: string, name: string}[]} before */
function tracksOf(text, before) {
  const idFor = newIds(before);
  return listOf(text).map((name) => before.find((track) => track.name === name) ?? { id: idFor(name), name });
}

/** Ids out of names that make none twice: "C" → "c", "C++" → "c-2"; nor one that was there before, for projects and results name it. @param {{id?: string}[]} before */
function newIds(before) {
  const taken = new Set(before.map(({ id }) => id));
  return (/** @type {string} */ name) => {
    const key = keyOf(name);
    let id = key;
    for (let n = 2; taken.has(id); n++) id = `${key}-${n}`;
    taken.add(id);
    return id;
  };
}

/** A key out of a name: "User experience" → "user-experience". @param {string} name */
export function keyOf(name) {
  const key = folded(name).replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  return key.slice(0, 40) || "x";
}

/**
 * What three know as one: what I changed is mine, all else theirs.
 * @param {Draft} base @param {Draft} mine @param {Draft} theirs
 * @returns {{draft: Draft, both: string[]}} and which fields both have changed
 */
export function mergeDrafts(base, mine, theirs) {
  const same = (/** @type {any} */ a, /** @type {any} */ b) => JSON.stringify(a) === JSON.stringify(b);
  const keys = /** @type {(keyof Draft)[]} */ (Object.keys(theirs));
  const changed = keys.filter((key) => !same(base[key], mine[key]));
  const draft = { ...theirs, ...Object.fromEntries(changed.map((key) => [key, mine[key]])) };
  return { draft, both: changed.filter((key) => !same(base[key], theirs[key]) && !same(mine[key], theirs[key])) };
}
