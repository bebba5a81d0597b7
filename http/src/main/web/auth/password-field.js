// @ts-check
/** @import { Problem } from "../api/problem.js" */
import { html } from "lit";
import { Element } from "../design/element.js";
import { field } from "../design/field.js";
import "../design/icon.js";
import { text } from "./text.js";

/** A password, which can be looked at while it is typed. Its input is part of the form around it. */
export class PasswordField extends Element {
  static properties = { label: {}, autocomplete: {}, hint: {}, fresh: { type: Boolean }, problem: { attribute: false }, shown: { state: true } };

  constructor() {
    super();
    this.label = text.password;
    this.autocomplete = "current-password";
    /** @type {string | undefined} */
    this.hint = undefined;
    /** A new one, which has to be long enough. */
    this.fresh = false;
    /** @type {Problem | null} */
    this.problem = null;
    this.shown = false;
  }

  render() {
    const { label, autocomplete, hint, fresh, problem, shown } = this;
    return html`<div class="password">
      ${field({ label, name: "password", type: shown ? "text" : "password", autocomplete, hint, required: true, ...(fresh ? { minlength: 12, maxlength: 128 } : {}), problem })}
      <button class="button button--quiet button--icon password__eye" type="button" aria-pressed=${shown ? "true" : "false"} aria-label=${shown ? text.hide : text.show} @click=${() => (this.shown = !shown)}><hh-icon name=${shown ? "eye-off" : "eye"}></hh-icon></button>
    </div>`;
  }
}

customElements.define("hh-password-field", PasswordField);
