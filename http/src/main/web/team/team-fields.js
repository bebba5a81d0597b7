// @ts-check
/** @import { Problem } from "../api/problem.js" */
/** @import { Team } from "../api/types.js" */
import { html } from "lit";
import { area, field } from "../design/field.js";
import { listOf } from "../design/list-of.js";
import { text } from "./text.js";

/** What a team says of itself. @param {Partial<Team>} team @param {Problem | null} problem */
export const teamFields = ({ name, description, lookingFor = [] }, problem) => html`<div class="fields">
  ${field({ label: text.name, name: "name", value: name, required: true, maxlength: 100, problem })}
  ${field({ label: text.lookingFor, name: "lookingFor", value: lookingFor.join(", "), hint: text.lookingForHint, problem })}
  ${area({ label: text.purpose, name: "description", value: description, rows: 3, maxlength: 5000, hint: text.purposeHint, wide: true, problem })}
</div>`;

/** The form's values as the server wants them. @param {Record<string, string>} values */
export function bodyOf({ name = "", description, lookingFor = "" }) {
  return { name, ...(description ? { description } : {}), lookingFor: listOf(lookingFor) };
}
