// @ts-check
import { html } from "lit";
import { teams } from "../api/teams.js";
import { navigate, place } from "../app/router.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import { toast } from "../design/toast.js";

/**
 * Joins the team whose link one was sent. The code stays in the fragment, on the way through signing in too: no address that
 * a server sees holds it.
 */
export class JoinPage extends Element {
  render() {
    return html`<div class="page auth"><div class="card auth__card stack">
      <h1 class="auth__title">Join a team</h1>
      ${this.problem?.slug === "invitation-invalid" ? html`<p class="notice notice--bad" role="alert">This link is not valid any more. Ask for a new one.</p>` : failure(this.problem)}
      <p class="soft">Somebody has invited you to their team. You have to be registered for its hackathon.</p>
      <button class="button button--primary" ?disabled=${this.busy || !place.value.hash} aria-busy=${this.busy} @click=${this.#join}>Join the team</button>
    </div></div>`;
  }

  async #join() {
    await this.attempt(async () => {
      const team = await teams.join(place.value.hash.slice(1));
      toast(`Welcome to ${team.name}.`, { kind: "good" });
      navigate(`/teams/${team.id}`, { replace: true });
    });
  }
}

customElements.define("hh-join-page", JoinPage);
