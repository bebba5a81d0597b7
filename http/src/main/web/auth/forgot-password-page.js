// @ts-check
import { html } from "lit";
import { navigate } from "../app/router.js";
import { api } from "../app/services.js";
import { Element } from "../design/element.js";
import { field, valuesOf } from "../design/field.js";
import { focusFirstWrong } from "../design/form-problem.js";
import "../design/icon.js";
import { toast } from "../design/toast.js";
import { aboveFields, atFields, authCard } from "./form.js";
import "./password-field.js";
import { text } from "./text.js";

const { forgot, reset } = text;

/** Asks for a mail with a link; says the same whoever asks. */
export class ForgotPasswordPage extends Element {
  static properties = { sent: { state: true } };

  constructor() {
    super();
    this.sent = false;
  }

  render() {
    const problem = atFields(this.problem);
    return html`<div class="page auth">${authCard(forgot.title, this.sent ? null : forgot.lead, html`
      ${this.sent
        ? html`<p class="notice notice--good" role="status"><hh-icon name="mail"></hh-icon><span>${forgot.sent}</span></p>`
        : html`${aboveFields(problem, ["/email"])}
          <form class="stack" @submit=${this.#ask}>
            ${field({ label: text.email, name: "email", type: "email", autocomplete: "username", required: true, problem })}
            <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy ? "true" : "false"}>${forgot.submit}</button>
          </form>`}
      <p class="auth__ways"><a href="/sign-in">${forgot.back}</a></p>`)}</div>`;
  }

  /** @param {SubmitEvent} event */
  async #ask(event) {
    const values = valuesOf(event);
    this.sent = await this.attempt(() => api.post("/auth/forgot-password", values));
    if (!this.sent) await focusFirstWrong(this);
  }
}

/** Sets a new password by the token in the fragment of the mail's link. */
export class ResetPasswordPage extends Element {
  render() {
    const problem = atFields(this.problem);
    const again = html`<p class="auth__ways"><a href="/forgot-password">${reset.again}</a></p>`;
    if (location.hash.length < 2) return html`<div class="page auth">${authCard(reset.title, null, html`<p class="notice notice--warn"><hh-icon name="triangle-alert"></hh-icon><span>${reset.noToken}</span></p>${again}`)}</div>`;
    return html`<div class="page auth">${authCard(reset.title, null, html`
      ${aboveFields(problem, ["/password"])}
      <form class="stack" @submit=${this.#reset}>
        <hh-password-field fresh label=${reset.password} autocomplete="new-password" hint=${reset.hint} .problem=${problem}></hh-password-field>
        <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy ? "true" : "false"}>${reset.submit}</button>
      </form>
      ${problem?.at("/token") ? again : ""}`)}</div>`;
  }

  /** @param {SubmitEvent} event */
  async #reset(event) {
    const { password } = valuesOf(event);
    const token = location.hash.slice(1);
    if (!(await this.attempt(() => api.post("/auth/reset-password", { token, password })))) return focusFirstWrong(this);
    toast(reset.done, { kind: "good" });
    navigate("/sign-in", { replace: true });
  }
}

customElements.define("hh-forgot-password-page", ForgotPasswordPage);
customElements.define("hh-reset-password-page", ResetPasswordPage);
