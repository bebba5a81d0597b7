// @ts-check

/** @typedef {{at: number, value: number}} Point */

/** Round steps that a scale may have. */
const ROUND = [1, 2, 5];

/** The least round number that nothing goes beyond, and what is written beside the scale. @param {number} most @returns {{top: number, ticks: number[]}} */
export function scaleOf(most) {
  let step = 1;
  for (let power = 1; ; power *= 10) {
    const fits = ROUND.map((round) => round * power).find((it) => it * 4 >= most);
    if (fits) {
      step = fits;
      break;
    }
  }
  const count = Math.max(1, Math.ceil(most / step));
  return { top: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** Steps that people count time in. */
const STEPS = [1, 5, 10, 15, 30, 60, 120, 180, 360, 720].map((minutes) => minutes * MINUTE).concat([1, 2, 3, 5, 7, 14, 28].map((days) => days * DAY));

/**
 * Moments to write below an axis of time: on the round minute, hour or midnight of the reader's clock, at most `most` of them.
 * @param {number} from @param {number} to @param {number} most
 * @returns {{at: number, days: boolean}[]} `days`: it is midnights that are marked
 */
export function timeTicks(from, to, most) {
  const step = STEPS.find((it) => (to - from) / it <= most) ?? 28 * DAY * Math.ceil((to - from) / (28 * DAY * most));
  const days = step >= DAY;
  const midnight = new Date(from).setHours(0, 0, 0, 0);
  const ticks = [];
  for (let i = 0; ; i++) {
    // A day is not always 24 hours long.
    const at = days ? new Date(midnight).setDate(new Date(midnight).getDate() + (i * step) / DAY) : midnight + (Math.ceil((from - midnight) / step) + i) * step;
    if (at > to) return ticks;
    if (at >= from) ticks.push({ at, days });
  }
}

/** A curve that stays where it is until something happens. @param {Point[]} points @param {number} from @param {number} to @param {number} width @param {number} height @param {number} top */
export function stepPath(points, from, to, width, height, top) {
  const x = (/** @type {number} */ at) => round((width * (at - from)) / Math.max(1, to - from));
  const y = (/** @type {number} */ value) => round(height - (height * value) / top);
  let path = "";
  points.forEach(({ at, value }, i) => (path += i === 0 ? `M${x(at)} ${y(value)}` : `H${x(at)}V${y(value)}`));
  return points.length === 0 ? "" : `${path}H${width}`;
}

/** Begins with nothing just before the first, and goes on to `until` as it was last. @param {Point[]} points @param {number} until */
export function carriedOn(points, until) {
  const [first, last] = [points[0], points[points.length - 1]];
  if (!first) return points;
  const end = Math.max(last.at, until);
  const before = { at: first.at - Math.max(60_000, (end - first.at) / 50), value: 0 };
  return [before, ...points, ...(end > last.at ? [{ at: end, value: last.value }] : [])];
}

/** The point at or before a moment. @param {Point[]} points @param {number} at */
export function pointAt(points, at) {
  return points.findLast((point) => point.at <= at) ?? points[0];
}

/** At most so many of them, evenly, the last one among them. @template T @param {T[]} items @param {number} most @returns {T[]} */
export function thinned(items, most) {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, i) => items[Math.round(((i + 1) * items.length) / most) - 1]);
}

/** @param {number} n */
const round = (n) => Math.round(n * 10) / 10;
