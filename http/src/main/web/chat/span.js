// @ts-check
/*
 * Rows by their heights: where each one begins, and which of them a view needs. Pure. The height lies with the row; whoever
 * replaces a row hands it on. Adding up ten thousand numbers takes some microseconds, so nothing is kept beside them.
 */

/**
 * @typedef {{key: string, size?: number}} Sized
 * @typedef {{start: number, end: number}} Range   from, and up to but without
 */

/** Rows are rendered this far beyond what is seen, and stay a little longer than they are needed; in views. */
const LEAD = 1;
const KEEP = 1.5;

/** @param {Sized[]} rows @param {number} [to] @param {number} [from] */
export function heightOf(rows, to = rows.length, from = 0) {
  let sum = 0;
  for (let i = from; i < to; i++) sum += rows[i].size ?? 0;
  return sum;
}

/** The row that lies at a place; the nearest, where none does. @param {Sized[]} rows @param {number} y */
export function rowAt(rows, y) {
  let top = 0;
  for (let i = 0; i < rows.length; i++) {
    top += rows[i].size ?? 0;
    if (top > y) return i;
  }
  return Math.max(0, rows.length - 1);
}

/** Where a row of this key is; near `hint` it is found at once. @param {Sized[]} rows @param {string} key @param {number} [hint] */
export function indexOf(rows, key, hint = 0) {
  if (rows[hint]?.key === key) return hint;
  return rows.findIndex((row) => row.key === key);
}

/** @param {Sized[]} rows @param {number} y @param {number} height @param {number} more views beyond @returns {Range} */
function rangeOf(rows, y, height, more) {
  if (rows.length === 0) return { start: 0, end: 0 };
  return { start: rowAt(rows, y - more * height), end: rowAt(rows, y + (1 + more) * height) + 1 };
}

/**
 * What to render now: whatever is seen, at once; what lies beyond it in steps, so that no frame has too much to do.
 * @param {Sized[]} rows @param {number} y @param {number} height of the view @param {Range} now what is rendered @param {number} step
 * @returns {Range & {whole: boolean}} whole: nothing is left for the next frame
 */
export function windowOf(rows, y, height, now, step) {
  const seen = rangeOf(rows, y, height, 0);
  const wanted = rangeOf(rows, y, height, LEAD);
  const kept = rangeOf(rows, y, height, KEEP);
  const overlaps = now.start < seen.end && seen.start < now.end;
  const from = overlaps ? Math.min(seen.start, Math.max(kept.start, now.start)) : seen.start;
  const to = overlaps ? Math.max(seen.end, Math.min(kept.end, now.end)) : seen.end;
  const start = from <= wanted.start ? from : Math.max(wanted.start, from - step);
  const end = to >= wanted.end ? to : Math.min(wanted.end, to + step);
  return { start, end, whole: start <= wanted.start && end >= wanted.end };
}
