// @ts-check
/** @import { Content } from "./scoring.js" */
import { session } from "../app/services.js";

/** Scores that the server does not have yet, kept on this device. @param {string} teamId */
const keyOf = (teamId) => `hackhub.score.${session.user?.id}.${teamId}`;

/** @param {string} teamId @returns {Content | null} */
export function keptOf(teamId) {
  try {
    return JSON.parse(localStorage.getItem(keyOf(teamId)) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} teamId @param {Content | null} content */
export function keep(teamId, content) {
  if (content) localStorage.setItem(keyOf(teamId), JSON.stringify(content));
  else localStorage.removeItem(keyOf(teamId));
}
