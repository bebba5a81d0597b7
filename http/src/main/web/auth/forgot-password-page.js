// @ts-check
import { html } from "lit";
import { navigate } from "../app/router.js";
import { api } from "../app/services.js";
import { Element } from "../design/element.js";
import { field, valuesOf } from "../design/field.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";

/** Asks for a mail with a link; says the same whoever asks. */
export class ForgotPasswordPage extends Element {
  static properties = { sent: { state: true } };

  constructor() {
    super();
    this.sent = false;
  }

  render() {
    return html`<div class="page auth"><div class="card auth__card stack">
      <h1 class="auth__title">Forgotten your password?</h1>
      ${this.sent
        ? html`<p class="notice notice--good" role="status">If there is an account with this address, a mail with a link is on its way.</p>`
        : html`${failure(this.problem)}
          <form class="stack" @submit=${this.#ask}>
            ${field({ label: "E-mail", name: "email", type: "email", autocomplete: "username", required: true, problem: this.problem })}
            <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>Send me a link</button>
          </form>`}
      <p class="faint"><a href="/sign-in">Back to sign in</a></p>
    </div></div>`;
  }

  /** @param {SubmitEvent} event */
  async #ask(event) {
    const values = valuesOf(event);
    this.sent = await this.attempt(() => api.post("/auth/forgot-password", values));
  }
}

/** Sets a new password by the token in the fragment of the mail's link. */
export class ResetPasswordPage extends Element {
  render() {
    return html`<div class="page auth"><div class="card auth__card stack">
      <h1 class="auth__title">Choose a new password</h1>
      ${failure(this.problem)}
      <form class="stack" @submit=${this.#reset}>
        ${field({ label: "New password", name: "password", type: "password", autocomplete: "new-password", required: true, minlength: 12, maxlength: 128, hint: "12 characters or more. All your devices are signed out.", problem: this.problem })}
        <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>Set password</button>
      </form>
    </div></div>`;
  }

  /** @param {SubmitEvent} event */
  async #reset(event) {
    const { password } = valuesOf(event);
    const token = location.hash.slice(1);
    if (!(await this.attempt(() => api.post("/auth/reset-password", { token, password })))) return;
    toast("Your password is changed. Sign in with it.", { kind: "good" });
    navigate("/sign-in", { replace: true });
  }
}

customElements.define("hh-forgot-password-page", ForgotPasswordPage);
customElements.define("hh-reset-password-page", ResetPasswordPage);
