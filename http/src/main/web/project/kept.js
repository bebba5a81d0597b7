// @ts-check
/** @import { Copy } from "./draft.js" */
import { session } from "../app/services.js";

/** What somebody has written and the server does not have yet, kept on this device. @param {string} teamId */
const keyOf = (teamId) => `hackhub.draft.${session.user?.id}.${teamId}`;

/** @param {string} teamId @returns {Copy | null} */
export function keptOf(teamId) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(teamId)) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} teamId @param {Copy | null} copy */
export function keep(teamId, copy) {
  if (copy) localStorage.setItem(keyOf(teamId), JSON.stringify(copy));
  else localStorage.removeItem(keyOf(teamId));
}
