// @ts-check
/** @import { Draft } from "./hackathon-draft.js" */
import { html, nothing } from "lit";
import "../markdown/markdown-text.js";
import "../design/icon.js";
import { listOf } from "../design/list-of.js";
import { moneyOf, moneyText } from "../design/money.js";
import { spanOf } from "../design/time.js";
import { difficultyName } from "../hackathons/status.js";
import { instantOf, isZone } from "./event-time.js";
import { text } from "./text.js";

/** How everybody will see it. @param {Draft} draft @param {string} organization */
export function preview(draft, organization) {
  const { title, theme, description, rules, criteria, prizes, teamMin, teamMax, maxParticipants } = draft;
  const sum = criteria.reduce((total, { weight }) => total + (weight || 0), 0) || 1;
  return html`<article class="card preview stack" aria-label=${text.preview}>
    <p class="eyebrow">${text.preview}</p>
    <header class="stack stack--tight">
      ${theme ? html`<p class="faint">${theme}</p>` : nothing}
      <h2 class="preview__title">${title || text.untitled}</h2>
      <p class="soft">${[organization, span(draft)].filter(Boolean).join(" · ")}</p>
    </header>
    <p class="row faint"><span class="badge">${difficultyName(draft.difficulty)}</span>
      <span class="row"><hh-icon name="users"></hh-icon>${text.teamOf(teamMin, teamMax)}</span>
      ${maxParticipants ? html`<span>${text.placesOf(maxParticipants)}</span>` : nothing}</p>
    ${description ? html`<hh-markdown .text=${description}></hh-markdown>` : html`<p class="faint">${text.previewNoText}</p>`}
    ${listOf(draft.tracks).length > 0 ? html`<div class="row">${listOf(draft.tracks).map((name) => html`<span class="badge badge--accent">${name}</span>`)}</div>` : nothing}
    ${prizes.length > 0 ? html`<section class="stack stack--tight"><h3>${text.prizes}</h3><ul class="list">${prizes.map(({ name, amount, currency }) => html`<li><span class="grow">${name || "…"}</span>${Number.isFinite(Number(amount.replace(",", "."))) && amount.trim() ? html`<strong class="numbers">${moneyText(moneyOf(amount, currency))}</strong>` : nothing}</li>`)}</ul></section>` : nothing}
    ${criteria.length > 0 ? html`<section class="stack stack--tight"><h3>${text.judged}</h3><ul class="list">${criteria.map(({ name, weight }) => html`<li><span class="grow">${name || "…"}</span><span class="numbers soft">${text.percent((100 * (weight || 0)) / sum)}</span></li>`)}</ul></section>` : nothing}
    ${rules ? html`<section class="stack stack--tight"><h3>${text.rules}</h3><hh-markdown .text=${rules}></hh-markdown></section>` : nothing}
  </article>`;
}

/** @param {Draft} draft */
function span({ startDate, endDate, timeZone }) {
  if (!isZone(timeZone)) return "";
  const [from, to] = [instantOf(startDate, timeZone), instantOf(endDate, timeZone)];
  return from && to && from < to ? spanOf(from, to) : "";
}
