// @ts-check
/** @import { Criterion } from "../api/types.js" */
/** @import { Problem } from "../api/problem.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import { keyOf } from "./hackathon-draft.js";
import { text } from "./text.js";

/** What judges score, how much each counts, and on which scale. Tells `criteria` what it has become. */
export class CriteriaEditor extends Element {
  static properties = { criteria: { attribute: false }, refused: { attribute: false }, fixed: { attribute: false } };

  constructor() {
    super();
    /** @type {Criterion[]} */
    this.criteria = [];
    /** @type {Problem | null} */
    this.refused = null;
    /** Keys that are on the server already: scores go by them. @type {Set<string>} */
    this.fixed = new Set();
  }

  render() {
    const sum = this.criteria.reduce((total, { weight }) => total + Math.max(0, weight || 0), 0) || 1;
    return html`<fieldset class="stack" id="criteria"><legend class="sr-only">${text.criteria}</legend>
      ${this.criteria.length === 0 ? html`<p class="faint">${text.criteriaNone}</p>` : nothing}
      ${this.criteria.map((criterion, i) => this.#row(criterion, i, (100 * Math.max(0, criterion.weight || 0)) / sum))}
      ${this.#error("")}
      <div><button class="button button--small" type="button" @click=${this.#add}><hh-icon name="plus"></hh-icon>${text.criterionAdd}</button></div>
    </fieldset>`;
  }

  /** @param {Criterion} criterion @param {number} i @param {number} share */
  #row({ name, weight, min, max, optional }, i, share) {
    const number = (/** @type {"weight" | "min" | "max"} */ key, /** @type {string} */ label, /** @type {number} */ value) => html`<label class="field"><span>${label}</span>
      <input class="input" type="number" step="any" required .value=${String(value)} aria-invalid=${this.#at(`/${i}/${key}`) ? "true" : "false"} @input=${(/** @type {Event} */ event) => this.#set(i, { [key]: Number(/** @type {HTMLInputElement} */ (event.target).value) })}>${this.#error(`/${i}/${key}`)}</label>`;
    return html`<div class="criteria__row" role="group" aria-label=${name || text.criterion}>
      <label class="field"><span>${text.criterion}</span><input class="input" required maxlength="200" .value=${name} @input=${(/** @type {Event} */ event) => this.#rename(i, /** @type {HTMLInputElement} */ (event.target).value)}>${this.#error(`/${i}/name`)}${this.#error(`/${i}/key`)}</label>
      ${number("weight", text.weight, weight)} ${number("min", text.from, min)} ${number("max", text.to, max)}
      <label class="check"><input type="checkbox" .checked=${optional ?? false} @change=${(/** @type {Event} */ event) => this.#set(i, { optional: /** @type {HTMLInputElement} */ (event.target).checked })}>${text.optional}</label>
      <button class="button button--quiet button--icon" type="button" aria-label=${text.removeOf(name)} @click=${() => this.#tell(this.criteria.filter((_, at) => at !== i))}><hh-icon name="trash-2"></hh-icon></button>
      <div class="criteria__part-of row"><progress class="progress grow" max="100" .value=${share} aria-label=${text.shareOf(name)}></progress><span class="numbers faint">${text.percent(share)}</span></div>
    </div>`;
  }

  /** @param {string} path */
  #at(path) {
    return this.refused?.at(`/judgingCriteria${path}`);
  }

  /** @param {string} path */
  #error(path) {
    const error = this.#at(path);
    return error ? html`<span class="field__error">${error}</span>` : nothing;
  }

  #add() {
    const keys = this.criteria.map(({ key }) => key);
    let n = keys.length + 1;
    while (keys.includes(`criterion-${n}`)) n++;
    this.#tell([...this.criteria, { key: `criterion-${n}`, name: "", weight: 1, min: 0, max: 10 }]);
  }

  /** A new one's key follows its name; once it is stored, the key stays. @param {number} i @param {string} name */
  #rename(i, name) {
    const { key } = this.criteria[i];
    const made = /^criterion-\d+$/.test(key) || key === keyOf(this.criteria[i].name);
    const wanted = made && name ? keyOf(name) : key;
    const taken = this.criteria.some((it, at) => at !== i && it.key === wanted);
    this.#set(i, { name, key: taken || this.fixed.has(key) ? key : wanted });
  }

  /** @param {number} i @param {Partial<Criterion>} change */
  #set(i, change) {
    this.#tell(this.criteria.map((criterion, at) => (at === i ? { ...criterion, ...change } : criterion)));
  }

  /** @param {Criterion[]} criteria */
  #tell(criteria) {
    this.criteria = criteria;
    this.emit("criteria", criteria);
  }
}

customElements.define("hh-criteria-editor", CriteriaEditor);
