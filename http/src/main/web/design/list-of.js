// @ts-check

/** "A, b, a" as its different items. @param {string | undefined} text */
export function listOf(text) {
  return [...new Set((text ?? "").split(",").map((part) => part.trim()).filter(Boolean))];
}
