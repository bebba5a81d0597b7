// @ts-check
/** @import { Problem } from "../api/problem.js" */
import { html } from "lit";
import "../design/icon.js";
import { failure } from "../design/states.js";
import { agoOf } from "../design/time.js";
import { text } from "./text.js";

/* What whoever edits a hackathon is told around the form. */

/** That what is in it was typed before. @param {string} at @param {() => void} discard */
export const keptNotice = (at, discard) => html`<div class="notice" role="status"><hh-icon name="history"></hh-icon><span class="grow">${text.kept(agoOf(at))}</span><button class="button button--small" type="button" @click=${discard}>${text.discard}</button></div>`;

/** That it holds what somebody else has changed meanwhile. @param {string[]} both the fields that both have changed */
export function mergedNotice(both) {
  const names = both.map((key) => text.fields[/** @type {keyof typeof text.fields} */ (key)] ?? key);
  return html`<div class="notice notice--warn" role="status"><hh-icon name="triangle-alert"></hh-icon><span>${names.length > 0 ? text.mergedBoth(names) : text.merged}</span></div>`;
}

/** Why it was not saved, and what to do about it. @param {Problem | null} problem @param {boolean} busy @param {() => void} merge */
export function refusedNotice(problem, busy, merge) {
  if (problem?.slug === "stale") {
    return html`<div class="notice notice--warn" role="alert"><hh-icon name="triangle-alert"></hh-icon><div class="stack stack--tight grow"><strong>${text.stale}</strong><span>${text.staleMore}</span>
      <div><button class="button button--small" type="button" ?disabled=${busy} @click=${merge}><hh-icon name="refresh-cw"></hh-icon>${text.staleLoad}</button></div></div></div>`;
  }
  return problem && problem.errors.length > 0 ? html`<p class="notice notice--bad" role="alert"><hh-icon name="circle-alert"></hh-icon>${text.mendFields(problem.errors.length)}</p>` : failure(problem);
}
