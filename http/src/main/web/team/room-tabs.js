// @ts-check
import { html, nothing } from "lit";
import "../design/icon.js";
import { countOf } from "../i18n/catalogue.js";
import { text } from "./text.js";

/** @typedef {"chat" | "team" | "project"} Tab */

/** @type {{tab: Tab, name: string, icon: string}[]} */
const TABS = [
  { tab: "chat", name: text.tabChat, icon: "message-circle" },
  { tab: "team", name: text.tabTeam, icon: "users" },
  { tab: "project", name: text.tabProject, icon: "folder-git-2" },
];

/** At the bottom of a phone: which part of the room one sees. @param {Tab} shown @param {number} unseen @param {(tab: Tab) => void} show */
export function roomTabs(shown, unseen, show) {
  return html`<nav class="room-tabs" aria-label=${text.tabs}>
    ${TABS.map(({ tab, name, icon }) => html`<button class="room-tabs__tab" aria-pressed=${tab === shown} aria-controls=${`room-${tab}`} @click=${() => show(tab)}>
      <span class="room-tabs__icon"><hh-icon name=${icon}></hh-icon>${tab === "chat" && unseen > 0 ? html`<span class="count" aria-hidden="true">${countOf(unseen)}</span><span class="sr-only">${text.unread(unseen)}</span>` : nothing}</span>${name}
    </button>`)}
  </nav>`;
}
