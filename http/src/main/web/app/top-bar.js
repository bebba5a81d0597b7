// @ts-check
import { html, nothing } from "lit";
import { text as adminText } from "../admin/text.js";
import { avatar } from "../design/avatar.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { toastProblem } from "../design/toast.js";
import { inboxOf } from "../inbox/inbox.js";
import { navigate, place, signInUrl } from "./router.js";
import { session } from "./services.js";

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
    this.watch(place, session.state);
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
    return html`<header class="top-bar">
      <a class="top-bar__brand" href="/" aria-label="HackHub, all hackathons"><img src="/favicon.svg" alt="" width="26" height="26"><span>HackHub</span></a>
      <nav class="top-bar__links" aria-label="Main">
        ${user ? html`<a class="button button--quiet button--small" href="/organize"><hh-icon name="plus"></hh-icon><span class="top-bar__word">Organize</span></a>` : nothing}
      </nav>
      ${phase === "unknown" ? nothing : user ? this.#account(user) : this.#guest()}
    </header>`;
  }

  #guest() {
    const onAuth = place.value.path.startsWith("/sign-");
    return html`<div class="row">
      <a class="button button--quiet button--small" href=${onAuth ? "/sign-in" : signInUrl()}>Sign in</a>
      <a class="button button--primary button--small" href="/sign-up">Sign up</a>
    </div>`;
  }

  /** @param {import("../api/types.js").User} user */
  #account(user) {
    const unread = this.inbox?.unread ?? 0;
    return html`<div class="row">
      <a class="button button--quiet button--icon top-bar__inbox" href="/inbox" aria-label=${unread > 0 ? `Inbox, ${unread} unread` : "Inbox"}>
        <hh-icon name="bell"></hh-icon>${unread > 0 ? html`<span class="count">${unread > 99 ? "99+" : unread}</span>` : nothing}
      </a>
      <details class="menu" @focusout=${leave}>
        <summary class="top-bar__me">${avatar(user)}<span class="sr-only">Your account, ${user.fullName}</span></summary>
        <div class="menu__sheet">
          <div class="top-bar__who"><strong>${user.fullName}</strong><span class="faint">@${user.username}</span></div>
          <a class="menu__item" href="/"><hh-icon name="calendar-days"></hh-icon>Hackathons</a>
          <a class="menu__item" href="/organize"><hh-icon name="plus"></hh-icon>Organize a hackathon</a>
          ${user.role === "ADMIN" ? html`<a class="menu__item" href="/admin"><hh-icon name="shield-check"></hh-icon>${adminText.menu}</a>` : nothing}
          <button class="menu__item" @click=${this.#signOut}><hh-icon name="log-out"></hh-icon>Sign out</button>
        </div>
      </details>
    </div>`;
  }

  async #signOut() {
    try {
      await session.leave();
    } catch (error) {
      toastProblem(error);
    }
    navigate("/");
  }
}

/** Closes a menu that is left, or used. @param {FocusEvent} event */
function leave(event) {
  const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
  if (!menu.contains(/** @type {Node | null} */ (event.relatedTarget))) setTimeout(() => (menu.open = false), 150);
}

customElements.define("hh-top-bar", TopBar);
