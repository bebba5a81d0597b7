// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { hackathons } from "../api/hackathons.js";
import { live } from "../app/services.js";
import "../board/leaderboard.js";
import "../design/countdown.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { spanOf } from "../design/time.js";
import { nextMilestone, statusBadge } from "./status.js";
import { text } from "./text.js";

const { welcome } = text;
/** What is most worth watching comes first. */
const WORTH = /** @type {const} */ (["JUDGING", "ACTIVE", "REGISTRATION_OPEN"]);

/** The event that is on, as it is at this moment: its board while it is judged, else its countdown. */
export class LiveNow extends Element {
  constructor() {
    super();
    /** @type {Hackathon | null} */
    this.hackathon = null;
    this.asked = false;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
  }

  async #load() {
    // Where nothing comes there is nothing to see; the list below says why.
    const asked = await Promise.allSettled(WORTH.map((status) => hackathons.list({ status, limit: 3 })));
    const found = asked.flatMap((it) => (it.status === "fulfilled" ? it.value.items : []));
    this.hackathon = found.find(({ status, leaderboardVisibility }) => status !== "JUDGING" || (leaderboardVisibility ?? "PUBLIC") === "PUBLIC") ?? null;
    this.asked = true;
    this.requestUpdate();
  }

  render() {
    if (!this.asked) return html`<div class="card live-now live-now--coming" aria-hidden="true"><div class="skeleton">${Array.from({ length: 7 }, () => html`<div></div>`)}</div></div>`;
    const { hackathon } = this;
    if (!hackathon) return nothing;
    const judged = hackathon.status === "JUDGING";
    const next = nextMilestone(hackathon);
    return html`<section class="card live-now stack" aria-labelledby="live-now">
      <div class="row row--apart"><h2 class="eyebrow" id="live-now">${welcome.now}</h2>${statusBadge(hackathon.status)}</div>
      <h3><a class="live-now__title" href=${`/hackathons/${hackathon.slug}`}>${hackathon.title}</a></h3>
      ${judged ? html`<hh-leaderboard hackathonId=${hackathon.id} limit="5" brief></hh-leaderboard>` : html`
        <p class="soft">${hackathon.organization?.name ?? ""} · ${spanOf(hackathon.startDate, hackathon.endDate)}</p>
        ${next && Date.parse(next.at) > Date.now() + live.skew ? html`<p class="live-now__countdown"><span class="eyebrow">${next.text}</span><hh-countdown to=${next.at} .skew=${live.skew}></hh-countdown></p>` : nothing}`}
      <a class="live-now__on" href=${`/hackathons/${hackathon.slug}${judged ? "/leaderboard" : ""}`}>${judged ? welcome.all : welcome.open}<hh-icon name="arrow-right"></hh-icon></a>
    </section>`;
  }
}

customElements.define("hh-live-now", LiveNow);
