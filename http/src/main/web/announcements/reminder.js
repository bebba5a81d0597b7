// @ts-check
/** An announcement that another page has begun to write, until it is sent or the tab is closed. */

const KEY = "hackhub.reminder.";

/** @typedef {{title: string, content: string, type: string, priority?: string, audience?: string}} Begun */

/** @param {string} hackathonId @returns {Begun | null} */
export function reminder(hackathonId) {
  try {
    return JSON.parse(sessionStorage.getItem(KEY + hackathonId) ?? "null");
  } catch {
    return null;
  }
}

/** @param {string} hackathonId @param {Begun} begun */
export function beginReminder(hackathonId, begun) {
  sessionStorage.setItem(KEY + hackathonId, JSON.stringify(begun));
}

/** @param {string} hackathonId */
export function forgetReminder(hackathonId) {
  sessionStorage.removeItem(KEY + hackathonId);
}
