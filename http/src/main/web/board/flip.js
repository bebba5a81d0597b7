// @ts-check
/** Moving rows: where they were, where they are, and the way between (first, last, invert, play). */

/** @param {HTMLElement} root @returns {Map<string, number>} */
export function placesOf(root) {
  const rows = [...root.querySelectorAll("[data-flip]")];
  return new Map(rows.map((row) => [/** @type {HTMLElement} */ (row).dataset.flip ?? "", row.getBoundingClientRect().top]));
}

/** @param {HTMLElement} root @param {Map<string, number>} before */
export function glide(root, before) {
  if (matchMedia("(prefers-reduced-motion: reduce)").matches || before.size === 0) return;
  for (const row of root.querySelectorAll("[data-flip]")) {
    const from = before.get(/** @type {HTMLElement} */ (row).dataset.flip ?? "");
    if (from === undefined) {
      row.animate([{ opacity: 0 }, { opacity: 1 }], { duration: 400 });
      continue;
    }
    const way = from - row.getBoundingClientRect().top;
    if (way !== 0) row.animate([{ transform: `translateY(${way}px)` }, { transform: "none" }], { duration: 600, easing: "cubic-bezier(.2,.7,.2,1)" });
  }
}
