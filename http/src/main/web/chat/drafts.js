// @ts-check
import { session } from "../app/services.js";

const PREFIX = "hackhub.draft.";

/* What was begun and not sent, a channel and a person each: kept on this device until it is sent, or its writer signs out. */

/** @param {string} channel */
const keyOf = (channel) => `${PREFIX}${session.user?.id ?? ""}.${channel}`;

/** @param {string} channel */
export const draftOf = (channel) => localStorage.getItem(keyOf(channel)) ?? "";

/** @param {string} channel @param {string} text */
export function keepDraft(channel, text) {
  try {
    if (text.trim()) localStorage.setItem(keyOf(channel), text);
    else localStorage.removeItem(keyOf(channel));
  } catch {
    // The device is full: the text is still in its box.
  }
}

export function eraseDrafts() {
  Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)).forEach((key) => localStorage.removeItem(key));
}

// Who signs out leaves nothing behind; a session that merely ended may be taken up again.
let signedIn = session.user !== null;
session.state.watch(({ phase, ended }) => {
  if (phase === "guest" && signedIn && !ended) eraseDrafts();
  signedIn = phase === "in";
});
