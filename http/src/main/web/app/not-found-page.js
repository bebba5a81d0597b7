// @ts-check
import { html } from "lit";
import { Element } from "../design/element.js";
import { empty } from "../design/states.js";

export class NotFoundPage extends Element {
  render() {
    return html`<div class="page">${empty("search", "There is nothing here.", html`It may have moved, or it is not for you. <a href="/">All hackathons</a>`)}</div>`;
  }
}

customElements.define("hh-not-found-page", NotFoundPage);
