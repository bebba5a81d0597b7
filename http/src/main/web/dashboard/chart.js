// @ts-check
/** @import { Point } from "./chart-model.js" */
import { html, nothing, svg } from "lit";
import { Element } from "../design/element.js";
import { clockOf, dateOf, momentOf } from "../design/time.js";
import { numberOf } from "../i18n/catalogue.js";
import { pointAt, scaleOf, stepPath, thinned, timeTicks } from "./chart-model.js";
import { text } from "./text.js";

const HEIGHT = 160;
const MOST_ROWS = 24;
/** How much room a moment below the axis wants. */
const TICK_WIDTH = 72;

/** Numbers over time, as bars or as a curve that climbs; the same as a table for those who hear it. */
export class Chart extends Element {
  static properties = { points: { attribute: false }, kind: {}, label: {}, named: { attribute: false }, at: { state: true } };

  constructor() {
    super();
    /** @type {Point[]} */
    this.points = [];
    /** @type {"bars" | "steps"} */
    this.kind = "steps";
    this.label = "";
    /** A value in words. @type {(n: number) => string} */
    this.named = String;
    this.width = 600;
    /** What the pointer is over. @type {Point | null} */
    this.at = null;
  }

  connectedCallback() {
    super.connectedCallback();
    const watching = new ResizeObserver(([{ contentRect }]) => {
      if (Math.abs(contentRect.width - this.width) < 1 || contentRect.width === 0) return;
      this.width = Math.round(contentRect.width);
      this.requestUpdate();
    });
    watching.observe(this);
    this.until(() => watching.disconnect());
  }

  render() {
    const { points, width } = this;
    if (points.length === 0) return nothing;
    const { top, ticks } = scaleOf(Math.max(1, ...points.map(({ value }) => value)));
    const shown = this.at ?? points[points.length - 1];
    return html`<figure class="chart" role="group" aria-label=${this.label}>
      <figcaption class="chart__said faint numbers" aria-hidden="true"><strong>${this.named(shown.value)}</strong> ${this.#time(shown.at)}</figcaption>
      <svg class="chart__plot" viewBox="-36 -8 ${width} ${HEIGHT + 32}" width=${width} height=${HEIGHT + 32} aria-hidden="true" @pointermove=${this.#over} @pointerleave=${() => (this.at = null)}>
        ${ticks.map((tick) => svg`<line class="chart__line" x1="0" x2=${width - 36} y1=${HEIGHT - (HEIGHT * tick) / top} y2=${HEIGHT - (HEIGHT * tick) / top}></line><text class="chart__tick" x="-8" y=${HEIGHT - (HEIGHT * tick) / top + 4} text-anchor="end">${numberOf(tick)}</text>`)}
        ${this.kind === "bars" ? this.#bars(top) : this.#steps(top)}
        ${this.#axis()}
      </svg>
      <details class="chart__table"><summary>${text.table}<span class="sr-only">: ${this.label}</span></summary>
        <table><thead><tr><th scope="col">${text.time}</th><th scope="col">${this.label}</th></tr></thead>
        <tbody>${thinned(points, MOST_ROWS).map(({ at, value }) => html`<tr><td>${this.#time(at)}</td><td class="numbers">${numberOf(value)}</td></tr>`)}</tbody></table></details>
    </figure>`;
  }

  get #span() {
    const { points } = this;
    const from = points[0].at;
    return { from, to: Math.max(points[points.length - 1].at, from + 60_000), plot: this.width - 36 };
  }

  /** @param {number} top */
  #steps(top) {
    const { from, to, plot } = this.#span;
    const path = stepPath(this.points, from, to, plot, HEIGHT, top);
    return svg`<path class="chart__area" d=${`${path}V${HEIGHT}H0Z`}></path><path class="chart__curve" d=${path}></path>${this.#mark(top)}`;
  }

  /** @param {number} top */
  #bars(top) {
    const { plot } = this.#span;
    const wide = plot / this.points.length;
    return this.points.map(({ value, at }, i) => svg`<rect class="chart__bar ${this.at?.at === at ? "chart__bar--at" : ""}" x=${i * wide + wide * 0.1} width=${Math.max(1, wide * 0.8)} y=${HEIGHT - (HEIGHT * value) / top} height=${(HEIGHT * value) / top} rx="1.5"></rect>`);
  }

  /** @param {number} top */
  #mark(top) {
    if (!this.at) return nothing;
    const { from, to, plot } = this.#span;
    return svg`<circle class="chart__mark" r="4" cx=${(plot * (this.at.at - from)) / (to - from)} cy=${HEIGHT - (HEIGHT * this.at.value) / top}></circle>`;
  }

  #axis() {
    const { from, to, plot } = this.#span;
    const x = (/** @type {number} */ at) => Math.round((plot * (at - from)) / (to - from));
    return timeTicks(from, to, Math.max(2, Math.floor(plot / TICK_WIDTH))).map(({ at, days }) => svg`<line class="chart__at" x1=${x(at)} x2=${x(at)} y1=${HEIGHT} y2=${HEIGHT + 5}></line>
      <text class="chart__tick" x=${Math.min(Math.max(x(at), 20), plot - 20)} y=${HEIGHT + 20} text-anchor="middle">${days ? dateOf(new Date(at)) : clockOf(new Date(at))}</text>`);
  }

  /** @param {number} at */
  #time(at) {
    return this.kind === "bars" ? clockOf(new Date(at)) : momentOf(new Date(at));
  }

  /** @param {PointerEvent} event */
  #over(event) {
    const { from, to, plot } = this.#span;
    const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - box.left - 36) / plot));
    this.at = this.kind === "bars" ? this.points[Math.min(this.points.length - 1, Math.floor(share * this.points.length))] : pointAt(this.points, from + share * (to - from));
  }
}

customElements.define("hh-chart", Chart);
