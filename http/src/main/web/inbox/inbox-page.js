// @ts-check
import { html, nothing } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { session } from "../app/services.js";
import { Element } from "../design/element.js";
import { empty, failure, skeleton } from "../design/states.js";
import { dayName } from "../design/time.js";
import { inboxOf } from "./inbox.js";
import { notification } from "./notification.js";
import { text } from "./text.js";

const SEEN_AFTER_MS = 2500;

/** Everything that was told, newest first, day by day. What one has looked at for a moment is read, and stays marked until one comes again. */
export class InboxPage extends Element {
  connectedCallback() {
    super.connectedCallback();
    const user = session.user;
    if (!user) return;
    this.inbox = inboxOf(user.id);
    /** @type {number | undefined} */
    this.readBefore = undefined;
    this.watch(this.inbox.changed);
    this.hears(document, "visibilitychange", () => this.#seen());
    this.until(() => clearTimeout(this.timer));
  }

  updated() {
    this.#seen();
  }

  #seen() {
    const inbox = this.inbox;
    if (!inbox?.subscribed || document.hidden || inbox.last <= inbox.read) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => inbox.markRead(), SEEN_AFTER_MS);
  }

  #readAll() {
    this.inbox?.markRead();
    this.readBefore = Infinity;
    this.requestUpdate();
  }

  render() {
    const inbox = this.inbox;
    if (!inbox) return nothing;
    if (inbox.subscribed) this.readBefore ??= inbox.read;
    const { notifications } = inbox;
    const fresh = notifications.filter(({ seq }) => seq > (this.readBefore ?? 0)).length;
    return html`<div class="page page--narrow stack">
      <div class="row row--apart"><h1 class="page__title">${text.title}</h1>
        ${fresh > 0 ? html`<button class="button button--small" type="button" @click=${this.#readAll}><hh-icon name="check"></hh-icon>${text.markRead}</button>` : nothing}</div>
      ${inbox.refusal ? empty("cloud-off", text.refused) : !inbox.subscribed ? skeleton() : nothing}
      ${inbox.subscribed && notifications.length === 0 ? empty("inbox", text.empty, text.emptyMore) : nothing}
      ${days(notifications).map(({ day, items }) => html`<section class="stack stack--tight" aria-label=${day}>
        <h2 class="inbox__day">${day}</h2>
        <ul class="inbox__list">${repeat(items, (it) => it.seq, (it) => notification(it, it.seq > (this.readBefore ?? 0)))}</ul>
      </section>`)}
      ${inbox.hasOlder ? html`<button class="button" type="button" ?disabled=${inbox.loadingOlder} aria-busy=${inbox.loadingOlder ? "true" : "false"} @click=${() => this.attempt(() => inbox.older())}>${text.earlier}</button>` : nothing}
      ${failure(this.problem)}
    </div>`;
  }
}

/**
 * By day, in the order given.
 * @template {{at: string}} T @param {T[]} events @returns {{day: string, items: T[]}[]}
 */
export function days(events) {
  /** @type {{day: string, items: T[]}[]} */
  const all = [];
  for (const event of events) {
    const day = dayName(event.at);
    if (all.at(-1)?.day === day) all.at(-1)?.items.push(event);
    else all.push({ day, items: [event] });
  }
  return all;
}

customElements.define("hh-inbox-page", InboxPage);
