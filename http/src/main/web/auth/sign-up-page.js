// @ts-check
import { html } from "lit";
import { navigate, nextPage } from "../app/router.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { field, valuesOf } from "../design/field.js";
import { failure } from "../design/states.js";
import "./demo-people.js";

export class SignUpPage extends Element {
  render() {
    const problem = this.problem;
    return html`<div class="page auth">
      <div class="card auth__card stack">
        <h1 class="auth__title">Create your account</h1>
        ${failure(problem?.status === 422 ? null : problem)}
        <form class="stack" @submit=${this.#signUp}>
          ${field({ label: "Your name", name: "fullName", autocomplete: "name", required: true, maxlength: 100, problem })}
          ${field({ label: "Username", name: "username", autocomplete: "nickname", required: true, maxlength: 32, hint: "Letters, digits, - and _. Others mention you by it.", problem })}
          ${field({ label: "E-mail", name: "email", type: "email", autocomplete: "username", required: true, problem })}
          ${field({ label: "Password", name: "password", type: "password", autocomplete: "new-password", required: true, minlength: 12, maxlength: 128, hint: "12 characters or more; a few words are fine.", problem })}
          <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy}>Create account</button>
        </form>
        <p class="faint">Already have one? <a href=${`/sign-in${location.hash}`}>Sign in</a></p>
      </div>
      <hh-demo-people></hh-demo-people>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async #signUp(event) {
    const values = valuesOf(event);
    if (await this.attempt(() => session.enter("/auth/register", values))) navigate(nextPage(), { replace: true });
  }
}

customElements.define("hh-sign-up-page", SignUpPage);
