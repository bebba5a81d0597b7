// @ts-check
import { html } from "lit";
import { Element } from "../design/element.js";
import "./hackathon-list.js";
import { text } from "./text.js";

/** All hackathons, to choose from. */
export class HackathonsPage extends Element {
  render() {
    return html`<div class="page stack">
      <h1 class="page__title">${text.list.title}</h1>
      <h2 class="sr-only">${text.list.all}</h2>
      <hh-hackathon-list class="stack" path="/hackathons"></hh-hackathon-list>
    </div>`;
  }
}

customElements.define("hh-hackathons-page", HackathonsPage);
