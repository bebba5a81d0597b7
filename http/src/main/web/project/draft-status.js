// @ts-check
/** @import { Draft } from "./draft.js" */
import { html, nothing } from "lit";
import "../design/icon.js";
import { failure } from "../design/states.js";
import { clockOf } from "../design/time.js";
import { listing } from "../i18n/catalogue.js";
import { text } from "./text.js";

/** Whether what one sees is safe. @param {Draft} draft */
export function draftStatus({ state, savedAt, mine }) {
  /** @type {Record<Draft["state"], [string, string] | null>} */
  const said = {
    clean: mine.name ? ["check", text.allSaved] : null,
    unsaved: ["pencil", text.unsaved],
    nameless: ["pencil", text.nameMissing],
    saving: ["loader-circle", text.saving],
    saved: ["check", text.saved(clockOf(savedAt ?? new Date()))],
    offline: ["cloud-off", text.offline],
    refused: ["circle-alert", text.refused],
    conflict: ["triangle-alert", text.notSaved],
  };
  const shown = said[state];
  return html`<p class="draft-status draft-status--${state}" role="status">${shown ? html`<hh-icon name=${shown[0]}></hh-icon><span>${shown[1]}</span>` : nothing}</p>`;
}

/** What one should know of what others wrote, and choose. @param {Draft} draft @param {boolean} restored */
export function draftNotices(draft, restored) {
  const { conflict, problem, state, merged } = draft;
  return html`
    ${state === "refused" && problem?.status !== 422 ? failure(problem) : nothing}
    ${restored && state !== "conflict" ? html`<p class="notice"><hh-icon name="history"></hh-icon><span>${text.restored}</span></p>` : nothing}
    ${merged && state !== "conflict" ? html`<p class="notice"><hh-icon name="users"></hh-icon><span>${text.merged}</span></p>` : nothing}
    ${conflict ? html`<div class="notice notice--warn" role="alert"><hh-icon name="triangle-alert"></hh-icon>
      <div class="grow stack stack--tight"><strong>${text.conflict}</strong><span>${text.conflictMore(listing(conflict.clashes.map((field) => text.fieldNames[field])))}</span>
        ${conflict.clashes.map((field) => html`<blockquote class="draft-conflict"><b>${text.fieldNames[field]}</b> ${String(conflict.theirs.content[field]).slice(0, 400)}</blockquote>`)}
        <span class="row"><button class="button button--small" @click=${() => draft.resolve("mine")}>${text.mine}</button><button class="button button--small" @click=${() => draft.resolve("theirs")}>${text.theirs}</button></span></div></div>` : nothing}`;
}
