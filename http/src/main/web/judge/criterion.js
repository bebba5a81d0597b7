// @ts-check
/** @import { Criterion } from "../api/types.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import { numberOf } from "../i18n/catalogue.js";
import { fit, markOfDigit, stepOf } from "./rubric.js";
import { text } from "./text.js";

/** One criterion to score: by slider, by number, or by a digit while it has the focus. Says `mark` with what it is then. */
export class CriterionField extends Element {
  static properties = { criterion: { attribute: false }, value: { attribute: false }, share: { attribute: false }, error: { attribute: false } };

  constructor() {
    super();
    /** @type {Criterion} */
    this.criterion = /** @type {any} */ (undefined);
    /** @type {number | null | undefined} */
    this.value = undefined;
    /** Of the whole score, in percent. */
    this.share = 0;
    /** What the server did not like. @type {string | undefined} */
    this.error = undefined;
  }

  render() {
    const { criterion, value, share, error } = this;
    const { key, name, min, max, optional } = criterion;
    const step = stepOf(criterion);
    const said = value === undefined ? text.unset : value === null ? text.abstained : numberOf(value);
    return html`<div class="criterion ${typeof value === "number" ? "" : "criterion--unset"}">
      <div class="criterion__head">
        <label for=${`score-${key}`}><strong>${name}</strong> <span class="faint" title=${text.weightTitle}>${text.weight(share)}${optional ? ` · ${text.optional}` : ""}</span></label>
        ${optional ? html`<button class="link-button faint criterion__abstain" type="button" @click=${() => this.#abstain()}>${value === null ? text.scoreAfterAll : text.abstain}</button>` : nothing}
      </div>
      <div class="criterion__scale faint numbers"><span>${numberOf(min)}</span>
        <input id=${`score-${key}`} class="criterion__range" type="range" min=${min} max=${max} step=${step} .value=${String(value ?? (min + max) / 2)} aria-valuetext=${said} @input=${this.#slid} @click=${this.#slid}>
        <span>${numberOf(max)}</span>
        <input class="input criterion__number numbers" type="number" inputmode="decimal" min=${min} max=${max} step=${step} .value=${typeof value === "number" ? String(value) : ""} placeholder=${value === null ? "×" : "–"} aria-label=${text.number(name)} @change=${this.#numbered}>
      </div>
      ${error ? html`<p class="field__error">${error}</p>` : nothing}
    </div>`;
  }

  /** A key that was pressed in here. @param {{act: "mark", digit: number} | {act: "abstain"}} act */
  press(act) {
    if (act.act === "abstain") this.#abstain();
    else this.#set(markOfDigit(this.criterion, act.digit));
  }

  /** @param {Event} event */
  #slid(event) {
    this.#set(Number(/** @type {HTMLInputElement} */ (event.target).value));
  }

  /** @param {Event} event */
  #numbered(event) {
    const { value } = /** @type {HTMLInputElement} */ (event.target);
    this.#set(value === "" ? undefined : fit(this.criterion, Number(value)));
    this.requestUpdate();
  }

  #abstain() {
    if (this.criterion.optional) this.#set(this.value === null ? undefined : null);
  }

  /** @param {number | null | undefined} mark */
  #set(mark) {
    if (this.closest("fieldset")?.disabled || mark === this.value) return;
    this.emit("mark", { key: this.criterion.key, mark });
  }
}

customElements.define("hh-criterion", CriterionField);
