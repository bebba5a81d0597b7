// @ts-check
/** @import { Problem } from "../api/problem.js" */
import { html, nothing } from "lit";
import { ifDefined } from "lit/directives/if-defined.js";

/**
 * @typedef {object} Field
 * @property {string} label
 * @property {string} name
 * @property {string} [value]
 * @property {string} [type]
 * @property {string} [hint]
 * @property {string} [placeholder]
 * @property {string} [autocomplete]
 * @property {number | string} [min]
 * @property {number | string} [max]
 * @property {string} [step]
 * @property {number} [minlength]
 * @property {number} [maxlength]
 * @property {boolean} [required]
 * @property {boolean} [wide]
 * @property {string} [pointer]   where the server's complaints about it point to
 * @property {Problem | null} [problem]
 */

/** A labelled input with its hint and its error. @param {Field} field */
export function field(field) {
  return around(field, (error) => html`
    <input
      class="input"
      id=${id(field)}
      name=${field.name}
      type=${field.type ?? "text"}
      .value=${field.value ?? ""}
      ?required=${field.required}
      placeholder=${ifDefined(field.placeholder)}
      autocomplete=${/** @type {any} */ (field.autocomplete ?? "off")}
      min=${ifDefined(field.min)}
      max=${ifDefined(field.max)}
      step=${ifDefined(field.step)}
      minlength=${ifDefined(field.minlength)}
      maxlength=${ifDefined(field.maxlength)}
      aria-invalid=${error ? "true" : "false"}
      aria-describedby=${`${id(field)}-about`}
    >`);
}

/** The same for longer text. @param {Field & {rows?: number}} field */
export function area(field) {
  return around(field, (error) => html`
    <textarea
      class="input"
      id=${id(field)}
      name=${field.name}
      rows=${field.rows ?? 4}
      .value=${field.value ?? ""}
      ?required=${field.required}
      placeholder=${ifDefined(field.placeholder)}
      maxlength=${ifDefined(field.maxlength)}
      aria-invalid=${error ? "true" : "false"}
      aria-describedby=${`${id(field)}-about`}
    ></textarea>`);
}

/** A choice of a few. @param {Field & {options: [string, string][]}} field */
export function choice(field) {
  return around(field, () => html`
    <select class="input" id=${id(field)} name=${field.name} aria-describedby=${`${id(field)}-about`}>
      ${field.options.map(([value, text]) => html`<option value=${value} ?selected=${value === field.value}>${text}</option>`)}
    </select>`);
}

/** @param {Field} field */
function id(field) {
  return `field-${field.name}`;
}

/** @param {Field} field @param {(error: string | undefined) => unknown} control */
function around(field, control) {
  const error = field.problem?.within(field.pointer ?? `/${field.name}`);
  return html`
    <div class="field ${field.wide ? "fields__wide" : ""}">
      <label class="field__label" for=${id(field)}>${field.label}</label>
      ${control(error)}
      <div id=${`${id(field)}-about`}>
        ${error ? html`<span class="field__error">${error}</span>` : field.hint ? html`<span class="field__hint">${field.hint}</span>` : nothing}
      </div>
    </div>`;
}

/** A form's values as text, blanks left out. @param {SubmitEvent | Event} event @returns {Record<string, string>} */
export function valuesOf(event) {
  event.preventDefault();
  const form = /** @type {HTMLFormElement} */ (event.currentTarget);
  const entries = [...new FormData(form)].map(([name, value]) => [name, String(value).trim()]);
  return Object.fromEntries(entries.filter(([, value]) => value !== ""));
}
