// @ts-check
import { html, nothing } from "lit";
import { session } from "../app/services.js";
import { signOut } from "../app/sign-out.js";
import { chooseTheme, theme, THEMES } from "../app/theme.js";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { language, LANGUAGES, speak } from "../i18n/language.js";
import "./profile-form.js";
import { text } from "./text.js";

const { settings } = text;
const THEME_ICON = { system: "monitor", light: "sun", dark: "moon" };

/** Who I am to others, and how all of this looks and speaks to me. */
export class SettingsPage extends Element {
  connectedCallback() {
    super.connectedCallback();
    this.watch(session.state);
  }

  render() {
    const { user } = session;
    if (!user) return nothing;
    return html`<div class="page page--narrow stack stack--loose">
      <h1 class="page__title">${settings.title}</h1>
      <section class="card stack" aria-labelledby="profile">
        <div><h2 class="settings__title" id="profile">${settings.profile}</h2><p class="soft">${settings.profileMore}</p></div>
        <hh-profile-form></hh-profile-form>
      </section>
      <section class="card stack" aria-labelledby="look">
        <h2 class="settings__title" id="look">${settings.look}</h2>
        <fieldset class="field"><legend class="field__label">${settings.theme}</legend>
          <div class="segments">${THEMES.map((it) => html`<label class="segment"><input class="sr-only" type="radio" name="theme" value=${it} .checked=${theme() === it} @change=${() => (chooseTheme(it), this.requestUpdate())}><span><hh-icon name=${THEME_ICON[it]}></hh-icon>${settings.themes[it]}</span></label>`)}</div>
        </fieldset>
        <div class="field"><label class="field__label" for="language">${settings.language}</label>
          <select class="input settings__language" id="language" aria-describedby="language-about" @change=${(/** @type {Event} */ event) => speak(/** @type {HTMLSelectElement} */ (event.target).value)}>
            ${LANGUAGES.map(([key, name]) => html`<option value=${key} lang=${key} ?selected=${key === language}>${name}</option>`)}
          </select>
          <span class="field__hint" id="language-about">${settings.languageMore}</span></div>
      </section>
      <section class="card stack stack--tight" aria-labelledby="notifications">
        <h2 class="settings__title" id="notifications">${settings.notifications}</h2>
        <p class="soft">${settings.notificationsMore}</p>
        ${this.#notifications()}
      </section>
      <section class="card row row--apart" aria-labelledby="account">
        <div><h2 class="settings__title" id="account">${settings.account}</h2><p class="soft">${settings.signedInAs(user.email)}</p>
          ${user.emailVerified ? nothing : html`<p class="faint">${settings.unverified}</p>`}</div>
        <button class="button" type="button" @click=${signOut}><hh-icon name="log-out"></hh-icon>${settings.signOut}</button>
      </section>
    </div>`;
  }

  #notifications() {
    if (!("Notification" in window) || !isSecureContext) return html`<p class="faint">${settings.unsupported}</p>`;
    if (Notification.permission === "granted") return html`<p class="row settings__granted"><hh-icon name="bell-ring"></hh-icon><span class="grow">${settings.allowed}</span></p>`;
    if (Notification.permission === "denied") return html`<p class="row soft"><hh-icon name="bell-off"></hh-icon><span class="grow">${settings.denied}</span></p>`;
    return html`<div><button class="button" type="button" aria-busy=${this.busy ? "true" : "false"} @click=${() => this.attempt(() => Notification.requestPermission())}><hh-icon name="bell"></hh-icon>${settings.allow}</button></div>`;
  }
}

customElements.define("hh-settings-page", SettingsPage);
