// @ts-check
import { html, nothing } from "lit";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { inboxOf } from "../inbox/inbox.js";
import { memberships } from "../me/memberships.js";
import "../me/rooms-menu.js";
import { openHelp, openPalette, shortcutOfPalette } from "../palette/shortcuts.js";
import { escape, leave, used } from "./menu.js";
import { place, signInUrl } from "./router.js";
import { session } from "./services.js";
import { signOut } from "./sign-out.js";
import { text } from "./text.js";

const { bar, titles } = text;

/** Brand, where one can go, who one is. */
export class TopBar extends Element {
  constructor() {
    super();
    /** @type {string | undefined} */
    this.inboxUser = undefined;
    /** @type {ReturnType<typeof inboxOf> | null} */
    this.inbox = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(place, session.state, memberships);
    this.until(session.state.watch(() => this.#followInbox()));
    this.#followInbox();
  }

  #followInbox() {
    const { user } = session.state.value;
    if (this.inboxUser === user?.id) return;
    this.inboxUser = user?.id;
    this.inbox = user ? inboxOf(user.id) : null;
    if (this.inbox) this.until(this.inbox.changed.watch(() => this.requestUpdate()));
  }

  render() {
    const { phase, user } = session.state.value;
    const here = (/** @type {string} */ path) => (place.value.path === path ? "page" : nothing);
    return html`<header class="top-bar">
      <a class="top-bar__brand" href="/" aria-label=${bar.brand}><img src="/favicon.svg" alt="" width="26" height="26"><span class="top-bar__name">HackHub</span></a>
      <nav class="top-bar__links" aria-label=${bar.main}>
        <a class="top-bar__link" href="/hackathons" aria-current=${here("/hackathons")}>${titles.hackathons}</a>
        ${user ? html`<a class="top-bar__link top-bar__link--wide" href="/me" aria-current=${here("/me")}>${titles.me}</a>` : nothing}
      </nav>
      <button class="top-bar__jump" type="button" aria-keyshortcuts="Control+K Meta+K" @click=${openPalette}>
        <hh-icon name="search"></hh-icon><span class="top-bar__jump-word">${bar.jump}</span><kbd class="top-bar__jump-word">${shortcutOfPalette}</kbd>
      </button>
      ${phase === "unknown" ? nothing : user ? this.#account(user) : this.#guest()}
    </header>`;
  }

  #guest() {
    const onAuth = place.value.path.startsWith("/sign-");
    return html`<div class="top-bar__side">
      <a class="button button--quiet button--small" href=${onAuth ? "/sign-in" : signInUrl()}>${bar.signIn}</a>
      <a class="button button--primary button--small" href="/sign-up">${bar.signUp}</a>
    </div>`;
  }

  /** @param {import("../api/types.js").User} user */
  #account(user) {
    const unread = this.inbox?.unread ?? 0;
    return html`<div class="top-bar__side">
      <hh-rooms-menu></hh-rooms-menu>
      <a class="button button--quiet button--icon top-bar__inbox" href="/inbox" aria-label=${bar.inbox(unread)}>
        <hh-icon name="bell"></hh-icon>${unread > 0 ? html`<span class="count" aria-hidden="true">${unread > 99 ? "99+" : unread}</span>` : nothing}
      </a>
      <details class="menu" @focusout=${leave} @keydown=${escape} @click=${used}>
        <summary class="top-bar__me">${avatar(user)}<span class="sr-only">${bar.account(user.fullName)}</span></summary>
        <div class="menu__sheet">
          <div class="top-bar__who"><strong>${user.fullName}</strong><span class="faint">@${user.username}</span></div>
          <a class="menu__item" href="/me"><hh-icon name="user"></hh-icon>${titles.me}</a>
          <a class="menu__item" href="/me/settings"><hh-icon name="settings"></hh-icon>${titles.settings}</a>
          <a class="menu__item" href="/organize"><hh-icon name="plus"></hh-icon>${titles.organize}</a>
          ${user.role === "ADMIN" ? html`<a class="menu__item" href="/admin"><hh-icon name="shield-check"></hh-icon>${titles.admin}</a>` : nothing}
          <button class="menu__item" type="button" @click=${openHelp}><hh-icon name="keyboard"></hh-icon>${bar.shortcuts}</button>
          <button class="menu__item" type="button" @click=${signOut}><hh-icon name="log-out"></hh-icon>${bar.signOut}</button>
        </div>
      </details>
    </div>`;
  }
}

customElements.define("hh-top-bar", TopBar);
