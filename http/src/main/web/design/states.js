// @ts-check
/** @import { Problem } from "../api/problem.js" */
import { html, nothing } from "lit";
import "./icon.js";
import { text } from "./text.js";

/** Something is coming. */
export const skeleton = (lines = 5) =>
  html`<div class="skeleton" role="status" aria-label=${text.loading}>${Array.from({ length: lines }, () => html`<div></div>`)}</div>`;

/** It failed, and this is what to do. @param {Problem | null} problem @param {() => void} [again] */
export const failure = (problem, again) =>
  problem === null
    ? nothing
    : html`<div class="notice notice--bad" role="alert">
        <hh-icon name="circle-alert"></hh-icon>
        <div class="grow">
          ${problem.message}
          ${problem.guards.length > 0 ? html`<ul>${problem.guards.map((guard) => html`<li>${guard.message}</li>`)}</ul>` : nothing}
        </div>
        ${again ? html`<button class="button button--small" type="button" @click=${again}>${text.tryAgain}</button>` : nothing}
      </div>`;

/** There is nothing yet, and why, and what one may do about it. @param {string} icon @param {string} title @param {unknown} [more] @param {unknown} [action] */
export const empty = (icon, title, more, action) =>
  html`<div class="empty"><span class="empty__icon"><hh-icon name=${icon}></hh-icon></span><strong>${title}</strong>${more ? html`<p>${more}</p>` : nothing}${action ?? nothing}</div>`;
