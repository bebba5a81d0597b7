// @ts-check
/** Keeps the screen from going dark, for as long as the page is shown. @returns {() => void} how to let it */
export function stayAwake() {
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  let over = false;
  const take = () => {
    if (over || document.hidden || !("wakeLock" in navigator)) return;
    // A machine that is low on power may say no; then the screen goes dark as it always did.
    navigator.wakeLock.request("screen").then((it) => (over ? void it.release() : (lock = it)), () => {});
  };
  document.addEventListener("visibilitychange", take);
  take();
  return () => {
    over = true;
    document.removeEventListener("visibilitychange", take);
    void lock?.release();
  };
}
