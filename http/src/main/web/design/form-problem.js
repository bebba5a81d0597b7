// @ts-check
/** @import { Element } from "./element.js" */
import { Problem } from "../api/problem.js";

/**
 * The same problem in the reader's language, as far as the feature has words for it: by the codes of its fields.
 * @param {Problem | null} problem @param {Record<string, string>} words by code @returns {Problem | null}
 */
export function inOurWords(problem, words) {
  if (!problem || problem.errors.length === 0) return problem;
  const errors = problem.errors.map((error) => ({ ...error, said: words[error.code] }));
  return Object.assign(new Problem({}, problem.status), { ...problem, message: problem.message, errors });
}

/** After an answer that some fields are wrong: to the first of them. @param {Element} form */
export async function focusFirstWrong(form) {
  await form.updateComplete;
  /** @type {HTMLElement | null} */ (form.querySelector('[aria-invalid="true"]'))?.focus();
}
