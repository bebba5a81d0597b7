// @ts-check
/** @import { Criterion } from "../api/types.js" */
import { html } from "lit";
import { Element } from "../design/element.js";
import { keyOf } from "./hackathon-body.js";

/** What judges score, how much each counts, and on which scale. */
export class CriteriaEditor extends Element {
  static properties = { criteria: { attribute: false } };

  constructor() {
    super();
    /** @type {Criterion[]} */
    this.criteria = [];
  }

  render() {
    const sum = this.criteria.reduce((total, { weight }) => total + weight, 0) || 1;
    return html`<fieldset class="stack stack--tight"><legend class="field__label">Criteria</legend>
      ${this.criteria.map((criterion, i) => this.#row(criterion, i, sum))}
      <div><button class="button button--small" type="button" @click=${this.#add}><hh-icon name="plus"></hh-icon>Add a criterion</button></div>
    </fieldset>`;
  }

  /** @param {Criterion} criterion @param {number} i @param {number} sum */
  #row({ name, weight, min, max, optional }, i, sum) {
    const number = (/** @type {"weight" | "min" | "max"} */ key, /** @type {string} */ label, /** @type {number} */ value) =>
      html`<label class="field"><span>${label}</span><input class="input" type="number" step="any" required .value=${String(value)} @change=${(/** @type {Event} */ event) => this.#set(i, { [key]: Number(/** @type {HTMLInputElement} */ (event.target).value) })}></label>`;
    return html`<div class="criteria__row">
      <label class="field"><span>Name · ${Math.round((100 * weight) / sum)} %</span><input class="input" required maxlength="100" .value=${name} @change=${(/** @type {Event} */ event) => this.#rename(i, /** @type {HTMLInputElement} */ (event.target).value)}></label>
      ${number("weight", "Weight", weight)} ${number("min", "From", min)} ${number("max", "To", max)}
      <label class="check"><input type="checkbox" .checked=${optional ?? false} @change=${(/** @type {Event} */ event) => this.#set(i, { optional: /** @type {HTMLInputElement} */ (event.target).checked })}>Optional</label>
      <button class="button button--quiet button--icon" type="button" aria-label=${`Remove ${name}`} @click=${() => (this.criteria = this.criteria.filter((_, at) => at !== i))}><hh-icon name="trash-2"></hh-icon></button>
    </div>`;
  }

  #add() {
    this.criteria = [...this.criteria, { key: `criterion-${this.criteria.length + 1}`, name: "", weight: 1, min: 0, max: 10 }];
  }

  /** @param {number} i @param {string} name */
  #rename(i, name) {
    const old = this.criteria[i];
    const key = old.name === "" ? keyOf(name) : old.key;
    const taken = this.criteria.some((it, at) => at !== i && it.key === key);
    this.#set(i, { name, key: taken ? old.key : key });
  }

  /** @param {number} i @param {Partial<Criterion>} change */
  #set(i, change) {
    this.criteria = this.criteria.map((criterion, at) => (at === i ? { ...criterion, ...change } : criterion));
  }
}

customElements.define("hh-criteria-editor", CriteriaEditor);
