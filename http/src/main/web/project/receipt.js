// @ts-check
/** @import { Hackathon, Project, Team } from "../api/types.js" */
import { html, nothing } from "lit";
import { listing } from "../i18n/catalogue.js";
import { momentOf } from "../design/time.js";
import { changes, contentOf, wordsOf } from "./content.js";
import { text } from "./text.js";

/** In words: what is different now from what was handed in. @param {Project} submitted @param {Project} now */
export function changedSince(submitted, now) {
  const found = changes(contentOf(submitted), contentOf(now));
  return listing(found.map(({ field, words }) => {
    const name = text.fieldNames[field];
    return words === 0 ? name : `${name} (${words > 0 ? text.wordsMore(words) : text.wordsLess(-words)})`;
  }));
}

/**
 * The proof that it was handed in: when, which version, what.
 * @param {Project} project as it is now @param {Project | null} submitted as it was handed in @param {Team} team @param {Hackathon} hackathon
 */
export function receipt({ submittedAt, submittedVersion, late, ...now }, submitted, team, hackathon) {
  if (!submittedAt) return nothing;
  const what = submitted ?? now;
  const content = contentOf(what);
  const details = [text.words(wordsOf(content.description)), content.repositoryUrl && text.repository, content.demoUrl && text.demo].filter(Boolean).join(", ");
  const since = submitted ? changedSince(submitted, now) : "";
  return html`<section class="receipt" aria-labelledby="receipt">
    <div class="receipt__head"><hh-icon name="circle-check"></hh-icon><h2 id="receipt">${late ? text.submittedLate : text.submitted}</h2>${late ? html`<span class="badge badge--warn">${text.late}</span>` : nothing}</div>
    <dl class="receipt__facts">
      <div><dt class="faint">${text.receiptWhen}</dt><dd><time datetime=${submittedAt}>${momentOf(submittedAt)}</time></dd></div>
      <div><dt class="faint">${text.receipt}</dt><dd>${text.receiptOf(submittedVersion ?? what.version ?? 1)}</dd></div>
      <div><dt class="faint">${text.receiptWhat}</dt><dd>${what.name} <span class="faint">${details}</span></dd></div>
    </dl>
    ${since ? html`<p class="notice notice--warn"><hh-icon name="triangle-alert"></hh-icon><span>${text.changedSince(since)}</span></p>` : html`<p class="faint">${text.receiptSame}</p>`}
    <p><a href=${`/hackathons/${hackathon.slug}/projects/${team.id}`}>${text.receiptPublic}</a></p>
  </section>`;
}
