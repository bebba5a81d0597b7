// @ts-check
/** @import { Hackathon, Update } from "../api/types.js" */
import { html, nothing } from "lit";
import { live } from "../app/services.js";
import "../design/countdown.js";
import "../design/icon.js";
import { agoOf } from "../design/time.js";
import { nextMilestone, statusBadge } from "../hackathons/status.js";
import "../markdown/markdown-text.js";
import { text } from "./text.js";

/** What it is, and how long it still is. @param {Hackathon} hackathon @param {boolean} boarded whether the countdown has to make room for a board */
export function head(hackathon, boarded) {
  return html`<header class="screen__head">
    <div class="screen__title"><h1>${hackathon.title}</h1><p class="screen__sub">${statusBadge(hackathon.status)}<span class="soft">${hackathon.organization?.name ?? ""}</span></p></div>
    ${boarded ? countdown(hackathon) : nothing}
  </header>`;
}

/** Before there is a board, the countdown is what everybody looks at. @param {Hackathon} hackathon */
export function stage(hackathon) {
  const { status, counts } = hackathon;
  const said = status === "JUDGING" ? text.judging : status === "COMPLETED" ? text.completed : status === "CANCELLED" ? text.cancelled : "";
  return html`<section class="screen__stage">
    ${countdown(hackathon)}
    ${said ? html`<p class="screen__said">${said}</p>` : nothing}
    <p class="screen__counts soft"><span><hh-icon name="users"></hh-icon>${text.registered(counts?.registered ?? 0)}</span><span><hh-icon name="users-round"></hh-icon>${text.teams(counts?.teams ?? 0)}</span></p>
  </section>`;
}

/** What was said last, and where to read it on. @param {Hackathon} hackathon @param {Update | undefined} latest */
export function news({ slug }, latest) {
  return html`<section class="screen__news">
    <h2 class="screen__label">${text.latest}${latest ? html`<span>${agoOf(latest.publishedAt ?? "")}</span>` : nothing}</h2>
    <div class="screen__latest" aria-live="polite">${latest ? html`<article><h3>${latest.title}</h3><hh-markdown .text=${latest.content}></hh-markdown></article>` : html`<p class="soft">${text.nothing}</p>`}</div>
    <p class="screen__join"><span class="soft">${text.join}</span><b>${`${location.host}/hackathons/`}<wbr>${slug}</b></p>
  </section>`;
}

/** @param {Hackathon} hackathon */
function countdown(hackathon) {
  const next = nextMilestone(hackathon);
  if (!next || Date.parse(next.at) <= Date.now() + live.skew) return nothing;
  return html`<div class="screen__countdown"><span class="soft">${next.text}</span><hh-countdown to=${next.at} .skew=${live.skew}></hh-countdown></div>`;
}

/** What is urgent has it all. @param {Pick<Update, "id">} urgent */
export const takeover = (urgent) => {
  const { title, content } = /** @type {Update} */ (urgent);
  return html`<section class="screen__urgent" role="alert">
    <p class="screen__urgent-label"><hh-icon name="triangle-alert"></hh-icon>${text.urgent}</p><h2>${title}</h2><hh-markdown .text=${content}></hh-markdown>
  </section>`;
};
