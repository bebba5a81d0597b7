// @ts-check
import { html } from "lit";
import { session } from "../app/services.js";
import "../auth/demo-people.js";
import { Element } from "../design/element.js";
import { failure } from "../design/states.js";
import "./hackathon-list.js";
import "./live-now.js";
import "./my-hackathons.js";
import { text } from "./text.js";

const { welcome } = text;

/** What this is, for those who come by; what is mine, for those who are at home; what there is, for both. */
export class FrontPage extends Element {
  connectedCallback() {
    super.connectedCallback();
    this.watch(session.state);
  }

  render() {
    return html`<div class="page stack stack--loose front">
      ${session.signedIn ? html`<h1 class="sr-only">${text.mine.heading}</h1><hh-my-hackathons></hh-my-hackathons>` : this.#welcome()}
      <section class="stack" aria-labelledby="all">
        <h2 id="all">${text.list.all}</h2>
        <hh-hackathon-list class="stack" path="/"></hh-hackathon-list>
      </section>
      ${failure(this.problem)}
    </div>`;
  }

  #welcome() {
    return html`<section class="welcome">
        <div class="stack welcome__words">
          <h1 class="welcome__title">${welcome.title}</h1>
          <p class="welcome__lead soft">${welcome.lead}</p>
          <div class="row">
            <a class="button button--primary" href="/sign-up">${welcome.signUp}</a>
            <a class="button" href="/hackathons">${welcome.browse}</a>
          </div>
        </div>
        <hh-live-now></hh-live-now>
      </section>
      <section class="stack" aria-labelledby="for">
        <h2 id="for">${welcome.for}</h2>
        <ul class="audiences">
          ${audience("rocket", welcome.participants, welcome.participantsDo)}
          ${audience("megaphone", welcome.organizers, welcome.organizersDo)}
          ${audience("gavel", welcome.judges, welcome.judgesDo)}
        </ul>
      </section>
      <hh-demo-people></hh-demo-people>`;
  }
}

/** @param {string} icon @param {string} who @param {string[]} does */
const audience = (icon, who, does) => html`<li class="audience">
  <h3 class="audience__who"><span class="audience__icon"><hh-icon name=${icon}></hh-icon></span>${who}</h3>
  <ul class="audience__does">${does.map((it) => html`<li><hh-icon name="check"></hh-icon><span>${it}</span></li>`)}</ul>
</li>`;

customElements.define("hh-front-page", FrontPage);
