// @ts-check
import { html } from "lit";
import { Element } from "../design/element.js";
import "./mentoring.js";
import { text } from "./text.js";

/** All teams that invited me, wherever. */
export class MentoringPage extends Element {
  connectedCallback() {
    super.connectedCallback();
    this.titled(text.title);
  }

  render() {
    return html`<div class="page stack">
      <header class="stack stack--tight"><h1>${text.title}</h1><p class="soft">${text.lead}</p></header>
      <h2 class="sr-only">${text.title}</h2>
      <hh-mentoring></hh-mentoring>
    </div>`;
  }
}

customElements.define("hh-mentoring-page", MentoringPage);
