// @ts-check
/** @import { Criterion } from "../api/types.js" */

/** A mark for each criterion: null = abstained, undefined = not scored yet. @typedef {Record<string, number | null | undefined>} Marks */

/** Fine where there are few steps. @param {Pick<Criterion, "min" | "max">} criterion */
export const stepOf = ({ min, max }) => (max - min <= 10 ? 0.5 : 1);

/** What may still be missing for a complete card. @param {Criterion[]} criteria @param {Marks} marks */
export const missingOf = (criteria, marks) => criteria.filter(({ key, optional }) => (optional ? marks[key] === undefined : typeof marks[key] !== "number"));

/** 100 · Σ w·(x − min)/(max − min) / Σ w over what has a mark; null where nothing has. @param {Criterion[]} criteria @param {Marks} marks */
export function scoreOf(criteria, marks) {
  let sum = 0;
  let weights = 0;
  for (const { key, weight, min, max } of criteria) {
    const mark = marks[key];
    if (typeof mark !== "number") continue;
    sum += (weight * (mark - min)) / (max - min);
    weights += weight;
  }
  return weights === 0 ? null : (100 * sum) / weights;
}

/** Within the bounds and on a step. @param {Criterion} criterion @param {number} value */
export function fit(criterion, value) {
  const step = stepOf(criterion);
  const stepped = criterion.min + Math.round((value - criterion.min) / step) * step;
  return Math.min(criterion.max, Math.max(criterion.min, stepped));
}

/**
 * What a digit means: itself where it is a mark, 0 being ten where there is a ten; else so many tenths of the scale.
 * @param {Criterion} criterion @param {number} digit
 */
export function markOfDigit(criterion, digit) {
  const { min, max } = criterion;
  if (max - min > 10) return fit(criterion, min + ((digit === 0 ? 10 : digit) * (max - min)) / 10);
  return fit(criterion, digit === 0 && max >= 10 ? 10 : digit);
}
