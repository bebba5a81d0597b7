// @ts-check
import { html } from "lit";
import { navigate } from "../app/router.js";
import { api } from "../app/services.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";

/** Confirms an address by the token in the fragment of the mail's link. Opening it alone changes nothing. */
export class VerifyEmailPage extends Element {
  render() {
    return html`<div class="page auth"><div class="card auth__card stack">
      <h1 class="auth__title">Confirm your address</h1>
      ${failure(this.problem)}
      <p class="soft">This confirms that the e-mail address of the account you are signed in to is yours.</p>
      <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy} @click=${this.#confirm}>Confirm</button>
    </div></div>`;
  }

  async #confirm() {
    const token = location.hash.slice(1);
    if (!(await this.attempt(() => api.post("/auth/verify-email", { token })))) return;
    toast("Your address is confirmed.", { kind: "good" });
    navigate("/", { replace: true });
  }
}

customElements.define("hh-verify-email-page", VerifyEmailPage);
