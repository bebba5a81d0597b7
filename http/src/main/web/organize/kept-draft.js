// @ts-check
/** @import { Draft } from "./hackathon-draft.js" */
/** What somebody is typing, kept on this device until it is saved: leaving by accident costs nothing. */

const KEY = "hackhub.draft.hackathon.";

/** @typedef {{draft: Draft, base: Draft, at: string, user?: string}} Kept */

/** @param {string} name @param {string | undefined} user @returns {Kept | null} */
export function keptDraft(name, user) {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY + name) ?? "null");
    return kept?.user === user ? kept : null;
  } catch {
    return null;
  }
}

/** @param {string} name @param {Omit<Kept, "at">} kept */
export function keepDraft(name, kept) {
  try {
    localStorage.setItem(KEY + name, JSON.stringify({ ...kept, at: new Date().toISOString() }));
  } catch {
    // A full device keeps nothing; the form still works.
  }
}

/** @param {string} name */
export function forgetDraft(name) {
  localStorage.removeItem(KEY + name);
}
