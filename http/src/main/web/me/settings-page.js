// @ts-check
import { html, nothing } from "lit";
import "../announcements/notification-setting.js";
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
        <div class="field"><span class="field__label" id="theme">${settings.theme}</span>
          <div class="segments" role="group" aria-labelledby="theme">${THEMES.map((it) => html`<button class="segments__one settings__theme" type="button" data-theme-choice=${it} aria-pressed=${theme() === it ? "true" : "false"} @click=${() => (chooseTheme(it), this.requestUpdate())}><hh-icon name=${THEME_ICON[it]}></hh-icon>${settings.themes[it]}</button>`)}</div>
        </div>
        <div class="field"><label class="field__label" for="language">${settings.language}</label>
          <select class="input settings__language" id="language" aria-describedby="language-about" @change=${(/** @type {Event} */ event) => speak(/** @type {HTMLSelectElement} */ (event.target).value)}>
            ${LANGUAGES.map(([key, name]) => html`<option value=${key} lang=${key} ?selected=${key === language}>${name}</option>`)}
          </select>
          <span class="field__hint" id="language-about">${settings.languageMore}</span></div>
      </section>
      <hh-notification-setting></hh-notification-setting>
      <section class="card row row--apart" aria-labelledby="account">
        <div><h2 class="settings__title" id="account">${settings.account}</h2><p class="soft">${settings.signedInAs(user.email)}</p>
          ${user.emailVerified ? nothing : html`<p class="faint">${settings.unverified}</p>`}</div>
        <button class="button" type="button" @click=${signOut}><hh-icon name="log-out"></hh-icon>${settings.signOut}</button>
      </section>
    </div>`;
  }
}

customElements.define("hh-settings-page", SettingsPage);
