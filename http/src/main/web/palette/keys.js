// @ts-check
/** Which keys do what, wherever nobody is typing. */

/** How long after `g` the second key may come. */
export const SEQUENCE_MS = 1200;

/** After `g`. @type {Record<string, "front" | "hackathons" | "me" | "inbox" | "team" | "settings">} */
export const AFTER_G = { h: "front", l: "hackathons", m: "me", i: "inbox", t: "team", s: "settings" };

/**
 * What a key means, given the one before.
 * @param {{key: string, ctrlKey: boolean, metaKey: boolean, altKey: boolean}} press
 * @param {{typing: boolean, afterG: boolean}} state
 * @returns {"palette" | "help" | "search" | "undo" | "g" | (typeof AFTER_G)[string] | null}
 */
export function meaningOf({ key, ctrlKey, metaKey, altKey }, { typing, afterG }) {
  if ((ctrlKey || metaKey) && !altKey) {
    if (key === "z" && !typing) return "undo";
    return key.toLowerCase() === "k" ? "palette" : null;
  }
  if (typing || altKey) return null;
  if (afterG && AFTER_G[key]) return AFTER_G[key];
  if (key === "g") return "g";
  if (key === "?") return "help";
  return key === "/" ? "search" : null;
}

/** Whether keys are text there. @param {EventTarget | null} target */
export function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches("textarea, select")) return true;
  return target.matches("input") && !/^(checkbox|radio|button|submit|range)$/.test(/** @type {HTMLInputElement} */ (target).type);
}
