// @ts-check
import { DIFFICULTIES, STATUSES } from "./status.js";

/** Filters as they stand in an address, and as the server is asked for them. Knows no screen. */

/** @typedef {"q" | "status" | "difficulty" | "theme" | "skill" | "from" | "to" | "sort"} Name */
/** @typedef {Partial<Record<Name, string>>} Filters */

/** In the order in which they are shown. @type {readonly Name[]} */
const NAMES = ["q", "status", "difficulty", "theme", "skill", "from", "to", "sort"];
export const SORTS = /** @type {const} */ (["-createdAt", "startDate", "-startDate", "registrationEnd"]);

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What an address says; nonsense in it is left out. @param {URLSearchParams} query @returns {Filters} */
export function filtersOf(query) {
  const entries = NAMES.map((name) => /** @type {const} */ ([name, (query.get(name) ?? "").trim()]));
  return Object.fromEntries(entries.filter(([name, value]) => value !== "" && sensible(name, value)));
}

/** @param {Name} name @param {string} value */
function sensible(name, value) {
  if (name === "from" || name === "to") return isDay(value);
  if (name === "sort") return SORTS.slice(1).some((it) => it === value);
  if (name === "status") return STATUSES.some(([it]) => it === value);
  if (name === "difficulty") return DIFFICULTIES.some(([it]) => it === value);
  return value.length <= 100;
}

/** A day that the calendar has, before the last year that an instant can be written with. @param {string} value */
function isDay(value) {
  const at = DAY.test(value) ? new Date(`${value}T00:00:00Z`) : null;
  return at !== null && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value) && value < "9999-12-31";
}

/** The address of a list with these filters. @param {string} path @param {Filters} filters */
export function addressOf(path, filters) {
  const query = new URLSearchParams(NAMES.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));
  return query.size > 0 ? `${path}?${query}` : path;
}

/** Days become the reader's midnights, and the last day counts as a whole. @param {Filters} filters @returns {Record<string, string>} */
export function askedFor({ from, to, ...rest }) {
  const asked = { ...rest, from: from && midnight(from, 0), to: to && midnight(to, 1) };
  return Object.fromEntries(Object.entries(asked).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** @param {string} day @param {number} after */
function midnight(day, after) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(year, month - 1, date + after).toISOString();
}

/** Without one of them. @param {Filters} filters @param {Name} name @returns {Filters} */
export const without = (filters, name) => ({ ...filters, [name]: undefined });

/** Those that narrow the list: the order does not. @param {Filters} filters @returns {Name[]} */
export const inUse = (filters) => NAMES.filter((name) => name !== "sort" && filters[name]);
