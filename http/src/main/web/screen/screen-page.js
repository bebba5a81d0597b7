// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { holdFeed } from "../announcements/feed.js";
import { hackathons } from "../api/hackathons.js";
import { problemOf } from "../api/problem.js";
import { live } from "../app/services.js";
import "../board/leaderboard.js";
import "../chat/markdown-text.js";
import "../design/countdown.js";
import { Element } from "../design/element.js";
import { failure, skeleton } from "../design/states.js";
import { agoOf } from "../design/time.js";
import { nextMilestone, statusBadge } from "../hackathons/status.js";

const RELOAD_MS = 60_000;

/** For the hall: read from afar, by nobody in particular, without a touch for days. */
export class ScreenPage extends Element {
  static properties = { slug: {} };

  constructor() {
    super();
    this.slug = "";
    /** @type {Hackathon | null} */
    this.hackathon = null;
  }

  connectedCallback() {
    super.connectedCallback();
    void this.#load();
    const timer = setInterval(() => void this.#load(), RELOAD_MS);
    this.until(() => clearInterval(timer));
  }

  async #load() {
    try {
      this.hackathon = await hackathons.get(this.slug);
      this.problem = null;
      this.#follow(this.hackathon.id);
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  /** @param {string} id */
  #follow(id) {
    if (this.feed) return;
    const { model, release } = holdFeed(id);
    this.feed = model;
    let seen = model.change;
    this.until(release);
    this.until(model.changed.watch(() => {
      if (model.change !== seen) void this.#load();
      seen = model.change;
      this.requestUpdate();
    }));
  }

  render() {
    const { hackathon } = this;
    if (!hackathon) return html`<div class="page">${this.problem ? failure(this.problem, () => void this.#load()) : skeleton()}</div>`;
    const next = nextMilestone(hackathon);
    const latest = this.feed?.list[0];
    return html`<div class="screen">
      <header class="screen__head">
        <div><h1>${hackathon.title}</h1><p class="row">${statusBadge(hackathon.status)}<span class="soft">${hackathon.organization?.name ?? ""}</span></p></div>
        ${next && Date.parse(next.at) > Date.now() ? html`<div class="screen__countdown"><span class="soft">${next.text}</span><hh-countdown to=${next.at} .skew=${live.skew}></hh-countdown></div>` : nothing}
      </header>
      <section class="screen__board card"><h2 class="sr-only">Leaderboard</h2><hh-leaderboard hackathonId=${hackathon.id} limit="10"></hh-leaderboard></section>
      <section class="screen__news" aria-live="polite">
        <h2>Latest</h2>
        ${latest
          ? html`<article class="card stack stack--tight"><p class="faint">${agoOf(latest.publishedAt ?? "")}</p><h3>${latest.title}</h3><hh-markdown .text=${latest.content}></hh-markdown></article>`
          : html`<p class="soft">No announcements yet.</p>`}
        <p class="screen__where soft">Follow at <b>${location.host}</b></p>
      </section>
    </div>`;
  }
}

customElements.define("hh-screen-page", ScreenPage);
