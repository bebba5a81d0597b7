// @ts-check

/**
 * @typedef {{act: "project", steps: number} | {act: "mark", digit: number} | {act: "abstain"} | {act: "complete"} | null} Meant
 * @typedef {{key: string, ctrlKey?: boolean, metaKey?: boolean, altKey?: boolean}} Pressed
 */

/**
 * What a key means while judging. Where text is written letters are letters, and only completing is left.
 * @param {Pressed} pressed @param {{writing: boolean, criterion: boolean}} where @returns {Meant}
 */
export function meant({ key, ctrlKey, metaKey, altKey }, { writing, criterion }) {
  if (key === "Enter" && (ctrlKey || metaKey)) return { act: "complete" };
  if (writing || ctrlKey || metaKey || altKey) return null;
  if (key === "j") return { act: "project", steps: 1 };
  if (key === "k") return { act: "project", steps: -1 };
  if (criterion && /^[0-9]$/.test(key)) return { act: "mark", digit: Number(key) };
  return criterion && key === "a" ? { act: "abstain" } : null;
}

/** @param {EventTarget | null} target */
export const isWriting = (target) => target instanceof HTMLElement && target.matches("textarea, select, input:not([type=range]), [contenteditable]");
