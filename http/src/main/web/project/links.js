// @ts-check
import { html, nothing } from "lit";
import "../design/icon.js";
import { text } from "./text.js";

const LOCAL = /^(localhost|.*\.local|127\..*|10\..*|192\.168\..*|\[::1\])$/;

/**
 * What is to be said of a link that somebody types: null = nothing yet.
 * @param {string | undefined} value @returns {{kind: "bad" | "warn" | "good", verdict: "linkBad" | "linkSecret" | "linkLocal" | "linkPlain" | "linkGood"} | null}
 */
export function judged(value) {
  if (!value?.trim()) return null;
  const url = URL.canParse(value.trim()) ? new URL(value.trim()) : null;
  if (!url || !/^https?:$/.test(url.protocol) || !url.hostname.includes(".") && url.hostname !== "localhost" && !url.hostname.startsWith("[")) return { kind: "bad", verdict: "linkBad" };
  if (url.username || url.password) return { kind: "bad", verdict: "linkSecret" };
  if (LOCAL.test(url.hostname)) return { kind: "warn", verdict: "linkLocal" };
  return url.protocol === "http:" ? { kind: "good", verdict: "linkPlain" } : { kind: "good", verdict: "linkGood" };
}

/** Repository and demo as buttons, where they are web addresses. @param {{repositoryUrl?: string, demoUrl?: string}} project @param {string} [size] */
export function projectLinks({ repositoryUrl, demoUrl }, size = "") {
  const links = [{ name: text.demo, url: demoUrl, icon: "play" }, { name: text.repository, url: repositoryUrl, icon: "code" }];
  const safe = links.filter(({ url }) => /^https?:\/\//i.test(url ?? ""));
  if (safe.length === 0) return nothing;
  return html`<p class="row">${safe.map(({ name, url, icon }) => html`<a class="button ${size}" href=${url} target="_blank" rel="noopener nofollow"><hh-icon name=${icon}></hh-icon>${name}<hh-icon name="arrow-up-right"></hh-icon></a>`)}</p>`;
}
