// @ts-check
/** @import { Criterion } from "../api/types.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import { locale } from "../i18n/language.js";
import { text } from "./text.js";

const percent = new Intl.NumberFormat(locale, { style: "percent" });

/** What is looked at, and how much each counts, as a bar. */
export class Criteria extends Element {
  static properties = { criteria: { attribute: false } };

  constructor() {
    super();
    /** @type {Criterion[]} */
    this.criteria = [];
  }

  render() {
    const sum = this.criteria.reduce((total, { weight }) => total + weight, 0);
    return html`<ul class="criteria">${this.criteria.map(({ name, weight, optional, min, max }) => html`<li class="criteria__one">
      <span class="criteria__name">${name}${optional ? html` <span class="faint">${text.about.optional}</span>` : nothing}</span>
      <span class="numbers criteria__share">${percent.format(weight / sum)}</span>
      <svg class="criteria__bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect width=${(100 * weight) / sum} height="1"></rect></svg>
      <span class="faint">${text.about.points(min, max)}</span>
    </li>`)}</ul>`;
  }
}

customElements.define("hh-criteria", Criteria);
