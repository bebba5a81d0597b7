// @ts-check
import { html, nothing } from "lit";
import { Problem, saidOf } from "../api/problem.js";
import { inOurWords } from "../design/form-problem.js";
import { failure } from "../design/states.js";
import { text } from "./text.js";

/** Refusals that are about one field. @type {Record<string, string>} */
const ABOUT = { "email-taken": "/email", "username-taken": "/username" };

/** A refusal with its words at the fields that it is about. @param {Problem | null} problem @returns {Problem | null} */
export function atFields(problem) {
  const field = problem && ABOUT[problem.slug];
  if (!problem || !field) return inOurWords(problem, text.fields);
  const errors = [{ field, code: problem.slug, message: "", said: text.fields[/** @type {"email-taken"} */ (problem.slug)] }];
  return Object.assign(new Problem({}, problem.status), { ...problem, message: problem.message, errors });
}

/** What is wrong with the whole, where no field of the form says it. @param {Problem | null} problem @param {string[]} shown pointers of the form's fields */
export function aboveFields(problem, shown) {
  if (!problem || problem.errors.some(({ field }) => shown.includes(field))) return nothing;
  const [error] = problem.errors;
  return error ? html`<div class="notice notice--bad" role="alert"><hh-icon name="circle-alert"></hh-icon><span class="grow">${saidOf(error)}</span></div>` : failure(problem);
}

/** The card that each of these pages is. @param {string} title @param {unknown} lead @param {unknown} content */
export const authCard = (title, lead, content) => html`<div class="card auth__card stack">
  <div class="stack stack--tight"><h1 class="auth__title">${title}</h1>${lead ? html`<p class="soft">${lead}</p>` : nothing}</div>
  ${content}
</div>`;
