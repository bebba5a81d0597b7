// @ts-check
import { html, nothing } from "lit";
import { Element } from "./element.js";
import { shapes } from "./shapes.js";

/** An icon of Lucide's; `design/icons.txt` names those that are served. With a label it says something, without it is decoration. */
export class Icon extends Element {
  static properties = { name: {}, label: {} };

  constructor() {
    super();
    this.name = "circle-alert";
    /** @type {string | undefined} */
    this.label = undefined;
  }

  render() {
    const { label } = this;
    return html`<svg viewBox="0 0 24 24" aria-hidden=${label ? nothing : "true"} role=${label ? "img" : nothing} aria-label=${label ?? nothing}>${shapes[this.name]}</svg>`;
  }
}

customElements.define("hh-icon", Icon);
