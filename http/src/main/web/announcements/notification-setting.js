// @ts-check
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { allow, notifies, stop, supported } from "./attention.js";
import { text } from "./text.js";

/** Lets the browser tell of announcements; it asks for leave only when pressed. */
export class NotificationSetting extends Element {
  render() {
    if (!supported()) return nothing;
    const denied = Notification.permission === "denied";
    const on = notifies();
    return html`<div class="card card--quiet row notification-setting">
      <hh-icon name=${on ? "bell-ring" : denied ? "bell-off" : "bell"}></hh-icon>
      <span class="grow">${on ? text.notifyOn : html`<strong>${text.notify}</strong><br><span class="faint">${denied ? text.notifyBlocked : text.notifyMore}</span>`}</span>
      ${on ? html`<button class="button button--small" @click=${() => (stop(), this.requestUpdate())}>${text.notifyOff}</button>`
        : denied ? nothing
        : html`<button class="button button--small" ?disabled=${this.busy} aria-busy=${this.busy} @click=${() => this.attempt(allow)}>${text.notifyAllow}</button>`}
    </div>`;
  }
}

customElements.define("hh-notification-setting", NotificationSetting);
