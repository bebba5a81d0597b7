// @ts-check
import { html } from "lit";
import { navigate, nextPage } from "../app/router.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { field, valuesOf } from "../design/field.js";
import { failure } from "../design/states.js";
import "./demo-people.js";

export class SignInPage extends Element {
  connectedCallback() {
    super.connectedCallback();
    if (session.signedIn) navigate(nextPage(), { replace: true });
  }

  render() {
    return html`<div class="page auth">
      <div class="card auth__card stack">
        <h1 class="auth__title">Sign in</h1>
        ${failure(this.problem)}
        <form class="stack" @submit=${this.#signIn}>
          ${field({ label: "E-mail", name: "email", type: "email", autocomplete: "username", required: true, problem: this.problem })}
          ${field({ label: "Password", name: "password", type: "password", autocomplete: "current-password", required: true, problem: this.problem })}
          <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>Sign in</button>
        </form>
        <p class="faint row row--apart">
          <a href=${`/sign-up${location.hash}`}>Create an account</a>
          <a href="/forgot-password">Forgotten your password?</a>
        </p>
      </div>
      <hh-demo-people></hh-demo-people>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async #signIn(event) {
    const { email, password } = valuesOf(event);
    if (await this.attempt(() => session.enter("/auth/login", { email, password }))) navigate(nextPage(), { replace: true });
  }
}

customElements.define("hh-sign-in-page", SignInPage);
