// @ts-check
/** Where each visited page was scrolled to: going back is going back to the line that one read. */

const KEY = "hackhub.scroll";
const PATIENCE_MS = 3000;
/** What is on a page still comes and goes for a moment. */
const SETTLED_MS = 400;

/** @type {Record<string, number>} */
const places = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
let restoring = 0;

/** The name of this entry of the history. */
const entry = () => String(history.state?.entry ?? "first");

/** A state for a new entry, after that which is left here. */
export function newEntry() {
  if (!restoring) places[entry()] = scrollY;
  return { entry: `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}` };
}

export function startScroll() {
  history.scrollRestoration = "manual";
  addEventListener("scroll", () => restoring || (places[entry()] = scrollY), { passive: true });
  addEventListener("pagehide", () => sessionStorage.setItem(KEY, JSON.stringify(Object.fromEntries(Object.entries(places).slice(-50)))));
  for (const act of ["wheel", "touchstart", "keydown", "pointerdown"]) addEventListener(act, () => (restoring = 0), { passive: true });
  restoreScroll();
}

/** Back to where one was, as soon as the page has grown long enough; unless one scrolls away meanwhile. */
export function restoreScroll() {
  const wanted = places[entry()] ?? 0;
  const until = performance.now() + PATIENCE_MS;
  const turn = (restoring = until);
  let thereSince = Infinity;
  const step = () => {
    if (restoring !== turn) return;
    const now = performance.now();
    scrollTo(0, wanted);
    thereSince = Math.abs(scrollY - wanted) < 2 ? Math.min(thereSince, now) : Infinity;
    if (now > until || now - thereSince > SETTLED_MS) restoring = 0;
    else requestAnimationFrame(step);
  };
  step();
}

/** A new page begins at its top. */
export function toTop() {
  restoring = 0;
  scrollTo(0, 0);
}
