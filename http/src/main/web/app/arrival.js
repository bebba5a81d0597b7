// @ts-check
/** Arriving on a page, for those who do not see it: focus goes to its title. */

const PATIENCE_MS = 4000;

/** @type {() => void} */
let stop = () => {};

/** Moves the focus to the page's `h1`, as soon as there is one; not away from where somebody has gone meanwhile. @param {HTMLElement} main */
export function focusTitle(main) {
  stop();
  main.focus({ preventScroll: true });
  const observer = new MutationObserver(arrive);
  const timer = setTimeout(() => stop(), PATIENCE_MS);
  stop = () => (observer.disconnect(), clearTimeout(timer));
  observer.observe(main, { childList: true, subtree: true });
  arrive();

  function arrive() {
    const active = document.activeElement;
    if (active !== main && active !== document.body && active !== null) return stop();
    const title = main.querySelector("h1");
    if (!title) return;
    stop();
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
}
