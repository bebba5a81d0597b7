// @ts-check
/** How a menu made of `<details>` behaves. */

/** Closes a menu that is left. @param {FocusEvent} event */
export function leave(event) {
  const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (!menu.contains(/** @type {Node | null} */ (event.relatedTarget))) setTimeout(() => menu.contains(document.activeElement) || (menu.open = false), 150);
}

/** Closes a menu, and is back on what opened it. @param {KeyboardEvent} event */
export function escape(event) {
  const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary")?.focus();
}

/** Closes a menu of which something was chosen. @param {Event} event */
export function used(event) {
  const chosen = event.target instanceof globalThis.Element && event.target.closest(".menu__item");
  if (chosen) /** @type {HTMLDetailsElement} */ (event.currentTarget).open = false;
}
