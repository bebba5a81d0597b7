// @ts-check
import { toast, toastProblem } from "./toast.js";
import { text } from "./text.js";

const GRACE_MS = 6000;

/** @type {Set<() => void>} */
const waiting = new Set();

// Whoever leaves has decided.
addEventListener("pagehide", () => [...waiting].forEach((act) => act()));

/**
 * Instead of "are you sure": what cannot be taken back is done a moment later, and until then it can be undone.
 * @param {string} said what is being done, as it is shown
 * @param {() => Promise<any>} act
 * @param {() => void} [undone] show it again as it was: it was taken back, or it failed
 */
export function later(said, act, undone = () => {}) {
  const decided = () => {
    clearTimeout(timer);
    return waiting.delete(now);
  };
  const now = () => {
    if (!decided()) return;
    dismiss();
    act().catch((error) => (toastProblem(error), undone()));
  };
  const timer = setTimeout(now, GRACE_MS);
  waiting.add(now);
  const dismiss = toast(said, { action: { name: text.undo, act: () => decided() && undone() } });
}

/** What can be taken back is done at once, and then may be. @param {string} said @param {() => Promise<any>} back */
export function undoable(said, back) {
  toast(said, { kind: "good", action: { name: text.undo, act: () => void back().catch(toastProblem) } });
}
