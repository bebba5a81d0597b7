// @ts-check
import { html } from "lit";
import { Element } from "./element.js";
import { text } from "./text.js";
import { partsOf } from "./time.js";

/** Counts down to a moment, each second, by the server's clock. */
export class Countdown extends Element {
  static properties = { to: {}, skew: { type: Number } };

  constructor() {
    super();
    this.to = "";
    this.skew = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.every(1000, () => this.requestUpdate());
  }

  render() {
    const left = Date.parse(this.to) - Date.now() - this.skew;
    const { days, hours, minutes, seconds } = partsOf(left);
    const units = [{ n: days, unit: text.days(days) }, { n: hours, unit: text.hours(hours) }, { n: minutes, unit: text.minutes(minutes) }, { n: seconds, unit: text.seconds(seconds) }];
    const shown = days > 0 ? units : units.slice(1);
    return html`<span class="countdown numbers" role="timer" aria-label=${shown.map(({ n, unit }) => `${n} ${unit}`).join(" ")}>
      ${shown.map(({ n, unit }) => html`<span class="countdown__part" aria-hidden="true"><b>${String(n).padStart(2, "0")}</b><i>${unit}</i></span>`)}
    </span>`;
  }
}

customElements.define("hh-countdown", Countdown);
