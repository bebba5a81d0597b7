// @ts-check

/** "a, b" as a list. @param {string | undefined} text */
export function listOf(text) {
  return (text ?? "").split(",").map((part) => part.trim()).filter(Boolean);
}
