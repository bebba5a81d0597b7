// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import "../announcements/announcements.js";
import "../markdown/markdown-text.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { moneyText } from "../design/money.js";
import { difficultyName } from "../hackathons/status.js";
import { locale } from "../i18n/language.js";
import "./criteria.js";
import { text } from "./text.js";
import { timelineView } from "./timeline-view.js";

const { about } = text;

/** What it is about: description, criteria, rules; beside it dates, facts and prizes. */
export class About extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
  }

  render() {
    const { hackathon } = this;
    const { description, rules, judgingCriteria, tracks } = hackathon;
    return html`<div class="columns">
      <div class="stack stack--loose about">
        <hh-announcements .hackathon=${hackathon} limit="1"></hh-announcements>
        <hh-markdown class="about__text" .text=${description}></hh-markdown>
        ${tracks?.length ? block(about.tracks, html`<ul class="about__tags">${tracks.map(({ name }) => html`<li class="badge">${name}</li>`)}</ul>`) : nothing}
        ${judgingCriteria?.length ? block(about.criteria, html`<hh-criteria .criteria=${judgingCriteria}></hh-criteria>`) : nothing}
        ${rules ? block(about.rules, html`<hh-markdown class="about__text" .text=${rules}></hh-markdown>`) : nothing}
        ${this.#resources()}
      </div>
      <div class="stack">
        ${timelineView(hackathon)}
        ${this.#prizes()}
        ${this.#facts()}
      </div>
    </div>`;
  }

  #facts() {
    const it = this.hackathon;
    const skills = it.requirements?.skills ?? [];
    const facts = [
      [about.organizer, it.organization?.name],
      [about.level, difficultyName(it.difficulty)],
      [about.teamSize, about.sizes(it.teamSize.min, it.teamSize.max)],
      [about.places, it.maxParticipants ? text.head.places(it.counts?.registered ?? 0, it.maxParticipants) : undefined],
      [about.skills, skills.length > 0 ? html`<ul class="about__tags">${skills.map((skill) => html`<li class="badge">${skill}</li>`)}</ul>` : undefined],
      [about.board, about.visibility[/** @type {keyof typeof about.visibility} */ (it.leaderboardVisibility ?? "PUBLIC")]],
      [about.zone, it.timeZone],
    ].filter(([, value]) => value !== undefined);
    return html`<section class="card card--quiet stack stack--tight" aria-labelledby="facts"><h3 id="facts">${about.facts}</h3>
      <dl class="facts">${facts.map(([name, value]) => html`<div><dt class="faint">${name}</dt><dd>${value}</dd></div>`)}</dl></section>`;
  }

  #prizes() {
    const { prizes } = this.hackathon;
    if (!prizes?.length) return nothing;
    const sorted = prizes.toSorted((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || 0);
    return html`<section class="card card--quiet stack stack--tight" aria-labelledby="prizes"><h3 id="prizes">${about.prizes}</h3>
      <ul class="list">${sorted.map(({ name, amount, rank }) => html`<li><hh-icon class=${rank && rank <= 3 ? `medal medal--${rank}` : "faint"} name=${rank && rank <= 3 ? "medal" : "award"}></hh-icon><span class="grow">${name}</span>${amount ? html`<strong class="numbers">${moneyText(amount)}</strong>` : nothing}</li>`)}</ul></section>`;
  }

  #resources() {
    const links = Object.entries(this.hackathon.resources ?? {}).filter(([, url]) => typeof url === "string" && /^https?:\/\//.test(url));
    if (links.length === 0) return nothing;
    return block(about.resources, html`<ul class="stack stack--tight">${links.map(([name, url]) => html`<li><a class="about__link" href=${url} target="_blank" rel="noopener nofollow"><hh-icon name="external-link"></hh-icon>${capital(name)}<span class="sr-only"> (${about.newTab})</span></a></li>`)}</ul>`);
  }
}

/** @param {string} title @param {unknown} content */
const block = (title, content) => html`<section class="stack stack--tight"><h3 class="about__title">${title}</h3>${content}</section>`;

/** @param {string} name */
const capital = (name) => name.charAt(0).toLocaleUpperCase(locale) + name.slice(1);

customElements.define("hh-about", About);
