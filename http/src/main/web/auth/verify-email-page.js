// @ts-check
import { html } from "lit";
import { navigate } from "../app/router.js";
import { api } from "../app/services.js";
import { Element } from "../design/element.js";
import { toast } from "../design/toast.js";
import { aboveFields, atFields, authCard } from "./form.js";
import { text } from "./text.js";

const { verify } = text;

/** Confirms an address by the token in the fragment of the mail's link. Opening it alone changes nothing. */
export class VerifyEmailPage extends Element {
  render() {
    return html`<div class="page auth">${authCard(verify.title, verify.lead, html`
      ${aboveFields(atFields(this.problem), [])}
      <button class="button button--primary" type="button" ?disabled=${this.busy} aria-busy=${this.busy ? "true" : "false"} @click=${this.#confirm}>${verify.submit}</button>`)}</div>`;
  }

  async #confirm() {
    const token = location.hash.slice(1);
    if (!(await this.attempt(() => api.post("/auth/verify-email", { token })))) return;
    toast(verify.done, { kind: "good" });
    navigate("/", { replace: true });
  }
}

customElements.define("hh-verify-email-page", VerifyEmailPage);
