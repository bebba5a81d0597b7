// @ts-check
import { html, nothing } from "lit";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { countOf } from "../i18n/catalogue.js";
import { inboxOf } from "../inbox/inbox.js";
import "../me/rooms-menu.js";
import { openHelp } from "../palette/shortcuts.js";
import { escape, leave, used } from "./menu.js";
import { session } from "./services.js";
import { signOut } from "./sign-out.js";
import { text } from "./text.js";

const { bar, titles } = text;

/** The bar's part for those who are signed in: rooms, inbox, one's own menu. */
export class Account extends Element {
  constructor() {
    super();
    /** @type {string | undefined} */
    this.inboxUser = undefined;
    /** @type {ReturnType<typeof inboxOf> | null} */
    this.inbox = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.watch(session.state);
    this.until(session.state.watch(() => this.#followInbox()));
    this.#followInbox();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.inboxUser = undefined;
  }

  #followInbox() {
    const { user } = session.state.value;
    if (this.inboxUser === user?.id) return;
    this.inboxUser = user?.id;
    this.inbox = user ? inboxOf(user.id) : null;
    if (this.inbox) this.watch(this.inbox.changed);
  }

  render() {
    const { user } = session.state.value;
    if (!user) return nothing;
    const unread = this.inbox?.unread ?? 0;
    return html`
      <hh-rooms-menu></hh-rooms-menu>
      <a class="button button--quiet button--icon top-bar__inbox" href="/inbox" aria-label=${bar.inbox(unread)}>
        <hh-icon name="bell"></hh-icon>${unread > 0 ? html`<span class="count" aria-hidden="true">${countOf(unread)}</span>` : nothing}
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
      </details>`;
  }
}

customElements.define("hh-account", Account);
