// @ts-check
import { toast, toastProblem } from "./toast.js";
import { text } from "./text.js";

const GRACE_MS = 10_000;
/** Who wants to leave does not wait longer for what has no answer. */
const SETTLED_MS = 5000;

/** What may still be undone. @type {Set<{now: () => void, drop: () => void}>} */
const waiting = new Set();
/** What is being done. @type {Set<Promise<void>>} */
const underWay = new Set();

// Whoever leaves has decided.
addEventListener("pagehide", () => decideAll());

const decideAll = () => [...waiting].forEach(({ now }) => now());

/** Does at once whatever may still be undone, for whoever is about to leave; told when it is done. */
export async function settle() {
  decideAll();
  await Promise.race([Promise.all(underWay), new Promise((resolve) => setTimeout(resolve, SETTLED_MS))]);
}

/** Whoever wanted it is not here any more: what may still be undone is not done. */
export const dropAll = () => [...waiting].forEach(({ drop }) => drop());

/**
 * Instead of "are you sure": what cannot be taken back is done a moment later, and until then it can be undone.
 * @param {string} said what is being done, as it is shown
 * @param {() => Promise<any>} act
 * @param {() => void} [undone] show it again as it was: it was taken back, or it failed
 */
export function later(said, act, undone = () => {}) {
  const decided = () => waiting.delete(one);
  const now = () => {
    if (!decided()) return;
    dismiss();
    const doing = act().catch((error) => (toastProblem(error), undone())).finally(() => underWay.delete(doing));
    underWay.add(doing);
  };
  const drop = () => {
    if (!decided()) return;
    dismiss();
    undone();
  };
  const one = { now, drop };
  waiting.add(one);
  const dismiss = toast(said, { action: { name: text.undo, act: () => decided() && undone() }, lasts: GRACE_MS, over: now });
}

/** What can be taken back is done at once, and then may be. @param {string} said @param {() => Promise<any>} back */
export function undoable(said, back) {
  toast(said, { kind: "good", action: { name: text.undo, act: () => void back().catch(toastProblem) } });
}
