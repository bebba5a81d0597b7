// @ts-check
import { html } from "lit";
import { Problem } from "../api/problem.js";
import { navigate, nextPage } from "../app/router.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { field, valuesOf } from "../design/field.js";
import "./demo-people.js";
import { aboveFields, atFields, authCard } from "./form.js";
import "./password-field.js";
import { text } from "./text.js";

const { signIn } = text;

export class SignInPage extends Element {
  connectedCallback() {
    super.connectedCallback();
    if (session.signedIn) navigate(nextPage(), { replace: true });
  }

  render() {
    const problem = atFields(this.problem);
    return html`<div class="page auth">
      ${authCard(signIn.title, signIn.lead, html`
        ${aboveFields(problem?.status === 401 ? wrong(problem) : problem, ["/email", "/password"])}
        <form class="stack" @submit=${this.#signIn}>
          ${field({ label: text.email, name: "email", type: "email", autocomplete: "username", required: true, problem })}
          <hh-password-field .problem=${problem}></hh-password-field>
          <button class="button button--primary" ?disabled=${this.busy} aria-busy=${this.busy ? "true" : "false"}>${signIn.submit}</button>
        </form>
        <p class="row row--apart auth__ways">
          <a href=${`/sign-up${location.hash}`}>${signIn.create}</a>
          <a href="/forgot-password">${signIn.forgot}</a>
        </p>`)}
      <hh-demo-people></hh-demo-people>
    </div>`;
  }

  /** @param {SubmitEvent} event */
  async #signIn(event) {
    const { email, password } = valuesOf(event);
    if (await this.attempt(() => session.enter("/auth/login", { email, password }))) return navigate(nextPage(), { replace: true });
    await this.updateComplete;
    // Most often it is the password.
    /** @type {HTMLInputElement | null} */ (this.querySelector('[aria-invalid="true"]') ?? this.querySelector("[name=password]"))?.focus();
  }
}

/** @param {Problem} problem */
const wrong = (problem) => Object.assign(new Problem({}, problem.status), { message: signIn.wrong });

customElements.define("hh-sign-in-page", SignInPage);
