// @ts-check
/** @import { Hackathon, Money } from "../api/types.js" */
import { html, nothing } from "lit";
import "../announcements/announcements.js";
import "../chat/markdown-text.js";
import { Element } from "../design/element.js";
import { momentOf } from "../design/time.js";
import { difficultyName } from "../hackathons/status.js";

/** What it is about: description, rules, criteria, prizes, dates. */
export class About extends Element {
  static properties = { hackathon: { attribute: false } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
  }

  render() {
    const { hackathon } = this;
    const { description, rules, judgingCriteria, prizes, tracks } = hackathon;
    return html`<div class="columns">
      <div class="stack stack--loose">
        <hh-announcements .hackathon=${hackathon} limit="1"></hh-announcements>
        <hh-markdown .text=${description}></hh-markdown>
        ${tracks?.length ? block("Tracks", html`<div class="row">${tracks.map(({ name }) => html`<span class="badge">${name}</span>`)}</div>`) : nothing}
        ${judgingCriteria?.length ? block("How it is judged", this.#criteria()) : nothing}
        ${rules ? block("Rules", html`<hh-markdown .text=${rules}></hh-markdown>`) : nothing}
        ${this.#resources()}
      </div>
      <aside class="stack">
        ${this.#facts()}
        ${prizes?.length ? html`<div class="card card--quiet stack stack--tight"><h3>Prizes</h3>
          <ul class="list">${prizes.map(({ name, amount }) => html`<li><span class="grow">${name}</span>${amount ? html`<strong class="numbers">${money(amount)}</strong>` : nothing}</li>`)}</ul></div>` : nothing}
      </aside>
    </div>`;
  }

  #facts() {
    const it = this.hackathon;
    const facts = [
      ["Level", difficultyName(it.difficulty)],
      ["Team size", it.teamSize.min === it.teamSize.max ? it.teamSize.min : `${it.teamSize.min} to ${it.teamSize.max}`],
      ["Registration", html`${momentOf(it.registrationStart)}<br>to ${momentOf(it.registrationEnd)}`],
      ["Begins", momentOf(it.startDate)],
      ["Submit until", momentOf(it.endDate)],
      ["Time zone", it.timeZone],
    ];
    return html`<dl class="card card--quiet facts">${facts.map(([name, value]) => html`<div><dt class="faint">${name}</dt><dd>${value}</dd></div>`)}</dl>`;
  }

  #criteria() {
    const sum = this.hackathon.judgingCriteria.reduce((total, { weight }) => total + weight, 0);
    return html`<ul class="list">${this.hackathon.judgingCriteria.map(({ name, weight, optional }) => html`<li><span class="grow">${name}${optional ? html` <span class="faint">optional</span>` : nothing}</span><span class="numbers soft">${Math.round((100 * weight) / sum)} %</span></li>`)}</ul>`;
  }

  #resources() {
    const links = Object.entries(this.hackathon.resources ?? {}).filter(([, url]) => typeof url === "string" && /^https?:\/\//.test(url));
    if (links.length === 0) return nothing;
    return block("Resources", html`<ul class="stack stack--tight">${links.map(([name, url]) => html`<li><a href=${url} target="_blank" rel="noopener nofollow">${name}</a></li>`)}</ul>`);
  }
}

/** @param {string} title @param {unknown} content */
const block = (title, content) => html`<section class="stack stack--tight"><h2>${title}</h2>${content}</section>`;

/** @param {Money} amount */
const money = ({ amount, currency }) => {
  const format = new Intl.NumberFormat(undefined, { style: "currency", currency });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

customElements.define("hh-about", About);
