// @ts-check
/** Clocks at the event: what its organizers type is the time there, wherever they sit. */

const DAY_MS = 86_400_000;
const LOCAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/;

/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/** Whether there is such a zone. @param {string} zone */
export function isZone(zone) {
  try {
    return clock(zone) !== undefined;
  } catch {
    return false;
  }
}

/** Every zone that the browser knows, for choosing. */
export const zones = () => Intl.supportedValuesOf("timeZone");

/** What clocks there show, as `<input type=datetime-local>` wants it. @param {string | undefined} at @param {string} zone */
export function wallTime(at, zone) {
  return at ? wall(Date.parse(at), zone) : "";
}

/**
 * When clocks there show that. An hour that comes twice is its first; one that is skipped is as much later as the clocks skip.
 * @param {string} local as `2026-03-29T02:30` @param {string} zone @returns {string | undefined}
 */
export function instantOf(local, zone) {
  const asUtc = LOCAL.test(local) ? Date.parse(`${local}:00Z`) : NaN;
  if (Number.isNaN(asUtc)) return undefined;
  const [before, after] = [asUtc - DAY_MS, asUtc + DAY_MS].map((at) => asUtc - offset(at, zone));
  const shown = [before, after].filter((at) => wall(at, zone) === local);
  return new Date(shown.length > 0 ? Math.min(...shown) : before).toISOString();
}

/** How far clocks there are ahead of UTC. @param {number} at @param {string} zone */
function offset(at, zone) {
  return Date.parse(`${wall(at, zone)}:00Z`) - Math.floor(at / 60_000) * 60_000;
}

/** @param {number} at @param {string} zone */
function wall(at, zone) {
  const parts = Object.fromEntries(clock(zone).formatToParts(at).map(({ type, value }) => [type, value]));
  return `${parts.year.padStart(4, "0")}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}`;
}

/** @param {string} zone */
function clock(zone) {
  const known = clocks.get(zone) ?? new Intl.DateTimeFormat("en", { timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit" });
  clocks.set(zone, known);
  return known;
}
