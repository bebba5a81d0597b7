// @ts-check
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { agoOf } from "../design/time.js";
import { inboxOf, linkOf } from "./inbox.js";

/** Everything that was told, newest first. Opening it is reading it. */
export class InboxPage extends Element {
  connectedCallback() {
    super.connectedCallback();
    const user = session.user;
    if (!user) return;
    this.inbox = inboxOf(user.id);
    this.readBefore = this.inbox.read;
    this.until(this.inbox.changed.watch(() => this.requestUpdate()));
  }

  updated() {
    if (this.inbox?.subscribed) queueMicrotask(() => this.inbox?.markRead());
  }

  render() {
    const inbox = this.inbox;
    if (!inbox) return nothing;
    return html`<div class="page page--narrow stack">
      <h1>Inbox</h1>
      ${!inbox.subscribed && !inbox.refusal ? skeleton() : nothing}
      ${inbox.subscribed && inbox.notifications.length === 0 ? empty("inbox", "Nothing yet", "Invitations, mentions and news about your hackathons come here.") : nothing}
      <ul class="stack stack--tight" aria-live="polite">
        ${repeat(inbox.notifications, (it) => it.seq, (it) => this.#notification(it))}
      </ul>
      ${inbox.hasOlder ? html`<button class="button" ?disabled=${inbox.loadingOlder} @click=${() => this.attempt(() => inbox.older())}>Earlier</button>` : nothing}
      ${failure(this.problem)}
    </div>`;
  }

  /** @param {import("../live/types.js").LogEvent} event */
  #notification({ seq, at, data }) {
    const fresh = seq > (this.readBefore ?? 0);
    const inside = html`
      <span class="grow"><strong>${data.title}</strong>${data.body ? html`<span class="soft inbox__body">${data.body}</span>` : nothing}</span>
      <time class="faint" datetime=${at}>${agoOf(at)}</time>`;
    const link = linkOf(data.link);
    const look = `card inbox__item ${fresh ? "inbox__item--fresh" : ""}`;
    return html`<li>${link ? html`<a class=${look} href=${link}>${inside}</a>` : html`<div class=${look}>${inside}</div>`}</li>`;
  }
}

customElements.define("hh-inbox-page", InboxPage);
