// @ts-check
import { Store } from "../live/store.js";
import { newEntry, restoreScroll, startScroll, toTop } from "./scroll.js";

/** @typedef {{path: string, query: URLSearchParams, hash: string}} Place */

/** Where we are. */
export const place = new Store(here());

/** @returns {Place} */
function here() {
  return { path: location.pathname, query: new URLSearchParams(location.search), hash: location.hash };
}

/** @param {string} url @param {{replace?: boolean, keepScroll?: boolean}} [how] */
export function navigate(url, { replace = false, keepScroll = false } = {}) {
  if (replace) history.replaceState(history.state, "", url);
  else history.pushState(newEntry(), "", url);
  place.set(here());
  if (!keepScroll) toTop();
}

/** Signing in, and then back here. The way back is in the fragment, which no server sees: it may hold a code. */
export function signInUrl() {
  return `/sign-in#next=${encodeURIComponent(location.pathname + location.search + location.hash)}`;
}

/** Where to go once signed in: only to a page of ours. */
export function nextPage() {
  const next = new URLSearchParams(place.value.hash.slice(1)).get("next") ?? "/";
  if (!URL.canParse(next, location.origin)) return "/";
  const { origin, pathname, search, hash } = new URL(next, location.origin);
  return origin === location.origin && !pathname.startsWith("//") && !pathname.startsWith("/sign-") ? pathname + search + hash : "/";
}

/** Makes links between our pages change the page without loading it anew. */
export function startRouter() {
  startScroll();
  addEventListener("popstate", () => {
    place.set(here());
    restoreScroll();
  });
  document.addEventListener("click", (event) => {
    const link = linkOf(event);
    if (!link) return;
    event.preventDefault();
    const tab = link.closest(".tabs, .desk__nav") !== null;
    navigate(link.pathname + link.search + link.hash, { keepScroll: tab });
  });
}

/** @param {MouseEvent} event @returns {HTMLAnchorElement | null} */
function linkOf(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof globalThis.Element ? event.target.closest("a") : null;
  const ours = link && link.origin === location.origin && !link.target && !link.hasAttribute("download");
  return ours && !link.pathname.startsWith("/api/") && !isJump(link) ? link : null;
}

/** @param {HTMLAnchorElement} link */
function isJump(link) {
  return link.hash !== "" && link.pathname === location.pathname && link.search === location.search;
}

/**
 * The parameters of a path that fits a pattern such as `/teams/:id`.
 * @param {string} pattern @param {string} path @returns {Record<string, string> | null}
 */
export function match(pattern, path) {
  const wanted = pattern.split("/").filter(Boolean);
  const given = path.split("/").filter(Boolean);
  if (wanted.length !== given.length) return null;
  /** @type {Record<string, string>} */
  const parameters = {};
  for (const [i, part] of wanted.entries()) {
    if (part.startsWith(":")) parameters[part.slice(1)] = decode(given[i]);
    else if (part !== given[i]) return null;
  }
  return parameters;
}

/** @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
