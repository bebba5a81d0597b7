// @ts-check
import { html } from "lit";
import { navigate, nextPage } from "../app/router.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { field, valuesOf } from "../design/field.js";
import { focusFirstWrong } from "../design/form-problem.js";
import "./demo-people.js";
import { aboveFields, atFields, authCard } from "./form.js";
import "./password-field.js";
import { text } from "./text.js";

const { signUp } = text;
const FIELDS = ["/fullName", "/username", "/email", "/password"];

export class SignUpPage extends Element {
  connectedCallback() {
    super.connectedCallback();
    if (session.signedIn) navigate(nextPage(), { replace: true });
  }

  render() {
    const problem = atFields(this.problem);
    return html`<div class="page auth">
      ${authCard(signUp.title, signUp.lead, html`
        ${aboveFields(problem, FIELDS)}
        <form class="stack" @submit=${this.#signUp}>
          ${field({ label: signUp.fullName, name: "fullName", autocomplete: "name", required: true, maxlength: 100, problem })}
          ${field({ label: signUp.username, name: "username", autocomplete: "nickname", required: true, maxlength: 32, hint: signUp.usernameHint, problem })}
          ${field({ label: text.email, name: "email", type: "email", autocomplete: "username", required: true, problem })}
          <hh-password-field fresh autocomplete="new-password" hint=${signUp.passwordHint} .problem=${problem}></hh-password-field>
          <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy ? "true" : "false"}>${signUp.submit}</button>
        </form>
        <p class="auth__ways">${signUp.already} <a href=${`/sign-in${location.hash}`}>${text.signIn.submit}</a></p>`)}
      <hh-demo-people></hh-demo-people>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async #signUp(event) {
    const values = valuesOf(event);
    if (await this.attempt(() => session.enter("/auth/register", values))) navigate(nextPage(), { replace: true });
    else await focusFirstWrong(this);
  }
}

customElements.define("hh-sign-up-page", SignUpPage);
