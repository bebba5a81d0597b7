// @ts-check
import { locale } from "../i18n/language.js";

const day = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
const dayAndTime = new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
const date = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" });
const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const relative = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });

/** The reader's own zone. */
export const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** @param {string | Date} at */
export const dayOf = (at) => day.format(new Date(at));
/** @param {string | Date} at */
export const momentOf = (at) => dayAndTime.format(new Date(at));
/** @param {string | Date} at */
export const dateOf = (at) => date.format(new Date(at));
/** @param {string | Date} at */
export const clockOf = (at) => clock.format(new Date(at));

/** The same moment where the event takes place, with the zone's name. @param {string} at @param {string} timeZone an IANA name */
export function momentThere(at, timeZone) {
  return new Intl.DateTimeFormat(locale, { weekday: "short", hour: "2-digit", minute: "2-digit", timeZoneName: "short", timeZone }).format(new Date(at));
}

/** Whether clocks there show something else than here, at that moment. @param {string} at @param {string} timeZone */
export function elsewhere(at, timeZone) {
  const wall = (/** @type {string | undefined} */ it) => new Intl.DateTimeFormat("en", { dateStyle: "short", timeStyle: "short", timeZone: it }).format(new Date(at));
  return wall(timeZone) !== wall(undefined);
}

/** From a day to a day, without saying twice what is the same. @param {string} from @param {string} to */
export const spanOf = (from, to) => day.formatRange(new Date(from), new Date(to));

/** "Today", "Yesterday", or the day. @param {string} at @param {Date} [now] */
export function dayName(at, now = new Date()) {
  const midnight = (/** @type {Date} */ date) => new Date(date).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(new Date(at)) - midnight(now)) / 86_400_000);
  const name = Math.abs(days) <= 1 ? relative.format(days, "day") : day.format(new Date(at));
  return name[0].toUpperCase() + name.slice(1);
}

/** "5 minutes ago". @param {string} at @param {number} [now] */
export function agoOf(at, now = Date.now()) {
  const seconds = Math.round((Date.parse(at) - now) / 1000);
  const size = Math.abs(seconds);
  if (size < 45) return relative.format(0, "second");
  if (size < 3600) return relative.format(Math.round(seconds / 60), "minute");
  if (size < 86_400) return relative.format(Math.round(seconds / 3600), "hour");
  return size < 86_400 * 6 ? relative.format(Math.round(seconds / 86_400), "day") : day.format(new Date(at));
}

/** What is left, in its parts. @param {number} ms */
export function partsOf(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  return {
    days: Math.floor(seconds / 86_400),
    hours: Math.floor(seconds / 3600) % 24,
    minutes: Math.floor(seconds / 60) % 60,
    seconds: seconds % 60,
  };
}

/** A date for `<input type=datetime-local>`, in the reader's zone. @param {string | number | undefined} at */
export function localInput(at) {
  if (at === undefined) return "";
  const date = new Date(at);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
