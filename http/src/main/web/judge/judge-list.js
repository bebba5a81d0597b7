// @ts-check
/** @import { Assignment, Filter } from "./progress.js" */
/** @import { Scoring } from "./scoring.js" */
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import "../design/icon.js";
import { shown, stateOf } from "./progress.js";
import { text } from "./text.js";

const ICONS = { open: "circle", draft: "pencil", done: "circle-check" };

/** @type {Filter[]} */
const FILTERS = ["all", "open", "draft", "done"];

/**
 * What is done and what is left.
 * @param {{assignments: Assignment[], scorings: Map<string, Scoring>, filter: Filter, at: string | null}} list
 * @param {(filter: Filter) => void} narrow @param {(teamId: string) => void} go
 */
export function judgeList({ assignments, scorings, filter, at }, narrow, go) {
  const done = assignments.filter((it) => stateOf(it) === "done").length;
  const left = assignments.length - done;
  const listed = shown(assignments, filter);
  return html`<nav class="judge__list stack stack--tight" aria-label=${text.list}>
    <p class="row row--apart"><strong class="numbers">${text.done(done, assignments.length)}</strong><span class="faint numbers">${left > 0 ? text.left(left) : text.allDone}</span></p>
    <progress class="progress" max=${assignments.length} value=${done} aria-label=${text.progress}></progress>
    <div class="row judge__filters" role="group" aria-label=${text.filter}>
      ${FILTERS.map((it) => html`<button class="judge__filter" aria-pressed=${it === filter} @click=${() => narrow(it)}>${text.filters[it]} <span class="numbers">${shown(assignments, it).length}</span></button>`)}
    </div>
    ${listed.length === 0 ? html`<p class="faint judge__nothing">${text.noneHere}</p>` : nothing}
    <ul class="judge__items">${repeat(listed, (it) => it.teamId, (it) => html`<li>${item(it, scorings.get(it.teamId), it.teamId === at, go)}</li>`)}</ul>
  </nav>`;
}

/** @param {Assignment} assignment @param {Scoring | undefined} scoring @param {boolean} on @param {(teamId: string) => void} go */
function item(assignment, scoring, on, go) {
  const state = stateOf(assignment);
  const icon = scoring?.state === "refused" ? "circle-alert" : scoring?.state === "saving" ? "loader-circle" : ICONS[state];
  return html`<button class="judge__item judge__item--${state} ${on ? "judge__item--on" : ""}" aria-current=${on ? "true" : nothing} @click=${() => go(assignment.teamId)}>
    <hh-icon name=${icon}></hh-icon><span class="grow judge__name">${assignment.name}</span>${state === "draft" ? html`<span class="faint">${text.states.draft}</span>` : html`<span class="sr-only">${text.states[state]}</span>`}
  </button>`;
}
