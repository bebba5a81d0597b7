// @ts-check
const LONG_MS = 450;
const STILL_PX = 8;

/** Tells of a long press by touch, where no pointer hovers. @param {HTMLElement} place @param {(target: HTMLElement) => void} pressed @returns {() => void} how to stop */
export function onLongPress(place, pressed) {
  /** @type {{timer: ReturnType<typeof setTimeout>, x: number, y: number} | null} */
  let press = null;
  const end = () => {
    clearTimeout(press?.timer);
    press = null;
  };
  /** @type {Record<string, (event: any) => void>} */
  const hears = {
    pointerdown: (/** @type {PointerEvent} */ event) => {
      end();
      if (event.pointerType !== "touch") return;
      const target = /** @type {HTMLElement} */ (event.target);
      press = { timer: setTimeout(() => (end(), pressed(target)), LONG_MS), x: event.clientX, y: event.clientY };
    },
    pointermove: (/** @type {PointerEvent} */ event) => {
      if (press && Math.hypot(event.clientX - press.x, event.clientY - press.y) > STILL_PX) end();
    },
    pointerup: end,
    pointercancel: end,
    // The browser's own menu would lie over ours.
    contextmenu: (/** @type {PointerEvent} */ event) => event.pointerType === "touch" && event.preventDefault(),
  };
  for (const [type, hear] of Object.entries(hears)) place.addEventListener(type, hear);
  return () => Object.entries(hears).forEach(([type, hear]) => place.removeEventListener(type, hear));
}
