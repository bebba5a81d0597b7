// @ts-check
const GAP_PX = 6;

/**
 * A dialog that one thing is chosen in: near what it belongs to; on a phone a sheet from below.
 * @param {{kind: string, label: string, near?: globalThis.Element}} how
 * @param {(dialog: HTMLDialogElement, choose: (chosen: any) => void) => void} fill
 * @returns {Promise<any>} what was chosen; null: nothing
 */
export function openDialog({ kind, label, near }, fill) {
  const dialog = document.createElement("dialog");
  dialog.className = `choice ${kind}`;
  dialog.setAttribute("aria-label", label);
  return new Promise((resolve) => {
    /** @type {any} */
    let chosen = null;
    const choose = (/** @type {any} */ it) => {
      chosen = it;
      dialog.close();
    };
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
    dialog.addEventListener("keydown", (event) => event.stopPropagation());
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(chosen);
    });
    fill(dialog, choose);
    document.body.append(dialog);
    dialog.showModal();
    if (near && !matchMedia("(max-width: 40rem)").matches) place(dialog, near.getBoundingClientRect());
  });
}

/** Over it if there is room, otherwise under it; always on the screen. @param {HTMLElement} dialog @param {DOMRect} near */
function place(dialog, near) {
  const { width, height } = dialog.getBoundingClientRect();
  const above = near.top - height - GAP_PX;
  const top = above > GAP_PX ? above : Math.min(near.bottom + GAP_PX, innerHeight - height - GAP_PX);
  dialog.classList.add("choice--placed");
  dialog.style.top = `${Math.max(GAP_PX, top)}px`;
  dialog.style.left = `${Math.max(GAP_PX, Math.min(near.right - width, innerWidth - width - GAP_PX))}px`;
}
