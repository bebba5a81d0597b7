// @ts-check
/** What arrives while nobody looks: counted in the page's title, and told by the browser to those who allowed it. */

import { drafts } from "../app/services.js";

const NAME = "notify";
const COUNTED = /^\(\d+\) /;

let count = 0;
/** @type {MutationObserver | null} */
let observer = null;

/** Whether this reader wants the browser's notifications, and the browser lets us. */
export const notifies = () => supported() && Notification.permission === "granted" && drafts.of(NAME) === "on";

export const supported = () => "Notification" in globalThis;

/** Asks for leave; only ever because somebody pressed a button. @returns {Promise<boolean>} */
export async function allow() {
  const granted = supported() && (await Notification.requestPermission()) === "granted";
  if (granted) drafts.keep(NAME, "on");
  return granted;
}

export function stop() {
  drafts.keep(NAME, null);
}

/** Something has come that one would want to know of. @param {string} title @param {string} body @param {string} href */
export function arrived(title, body, href) {
  if (!document.hidden) return;
  count++;
  observer ??= watchTitle();
  write();
  if (notifies()) show(title, body, href);
}

/** @param {string} title @param {string} body @param {string} href */
function show(title, body, href) {
  try {
    const notification = new Notification(title, { body: body.slice(0, 200), icon: "/favicon.svg", tag: href });
    notification.onclick = () => {
      focus();
      history.pushState(null, "", href);
      dispatchEvent(new PopStateEvent("popstate"));
      notification.close();
    };
  } catch {
    // Some phones offer the constructor and refuse it: the title has to do.
  }
}

/** Others name the page; the count stays before whatever they call it. */
function watchTitle() {
  const watching = new MutationObserver(write);
  watching.observe(document.head, { subtree: true, childList: true, characterData: true });
  return watching;
}

function write() {
  const wanted = (count > 0 ? `(${count}) ` : "") + document.title.replace(COUNTED, "");
  if (document.title !== wanted) document.title = wanted;
}

document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  count = 0;
  write();
});
