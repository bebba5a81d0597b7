// @ts-check
import { html } from "lit";
import { Element } from "../design/element.js";
import { empty } from "../design/states.js";
import { text } from "./text.js";

const { notFound } = text;

/** What is not here, or not for this reader: the server does not say which. */
export class NotFoundPage extends Element {
  render() {
    return html`<div class="page"><h1 class="sr-only">${notFound.title}</h1>${empty("search", notFound.title, notFound.more, html`<a class="button" href="/hackathons">${notFound.action}</a>`)}</div>`;
  }
}

customElements.define("hh-not-found-page", NotFoundPage);
