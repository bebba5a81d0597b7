// @ts-check
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { openPalette, shortcutOfPalette } from "../palette/shortcuts.js";
import { place, signInUrl } from "./router.js";
import { session } from "./services.js";
import { text } from "./text.js";

const { bar, titles } = text;

/** Brand, where one can go, who one is. */
export class TopBar extends Element {
  connectedCallback() {
    super.connectedCallback();
    this.watch(place, session.state);
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
      ${phase === "unknown" ? nothing : user ? html`<hh-account class="top-bar__side"></hh-account>` : this.#guest()}
    </header>`;
  }

  #guest() {
    const onAuth = place.value.path.startsWith("/sign-");
    return html`<div class="top-bar__side">
      <a class="button button--quiet button--small" href=${onAuth ? "/sign-in" : signInUrl()}>${bar.signIn}</a>
      <a class="button button--primary button--small" href="/sign-up">${bar.signUp}</a>
    </div>`;
  }
}

customElements.define("hh-top-bar", TopBar);
