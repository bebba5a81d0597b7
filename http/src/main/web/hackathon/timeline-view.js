// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html, nothing } from "lit";
import { live } from "../app/services.js";
import "../design/icon.js";
import { elsewhere, momentOf, momentThere } from "../design/time.js";
import { milestonesOf } from "./milestones.js";
import { text } from "./text.js";

const { milestones } = text;

/** What was, what is and what comes, each with its moment here and there. @param {Hackathon} hackathon */
export function timelineView(hackathon) {
  return html`<section class="card card--quiet stack stack--tight" aria-labelledby="timeline">
    <h3 id="timeline">${milestones.title}</h3>
    <ol class="milestones">${milestonesOf(hackathon, Date.now() + live.skew).map(({ key, at, state }) => html`<li class="milestone milestone--${state}" aria-current=${state === "now" || state === "next" ? "step" : nothing}>
      <span class="milestone__mark">${state === "past" ? html`<hh-icon name="check"></hh-icon>` : nothing}</span>
      <span class="milestone__name">${milestones[key]}${state === "coming" ? nothing : html` <span class=${state === "past" ? "sr-only" : "badge badge--accent"}>${milestones[state]}</span>`}</span>
      ${at ? html`<time class="faint" datetime=${at}>${momentOf(at)}${elsewhere(at, hackathon.timeZone) ? html`<br>${text.head.there(momentThere(at, hackathon.timeZone))}` : nothing}</time>` : nothing}
    </li>`)}</ol>
  </section>`;
}
