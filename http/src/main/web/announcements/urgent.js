// @ts-check
/** @import { Update } from "../api/types.js" */
/** @import { Feed } from "./feed.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { momentOf } from "../design/time.js";
import { toastProblem } from "../design/toast.js";
import { feeds } from "./my-feeds.js";
import { text } from "./text.js";

/** What is urgent stands on top of every page until one says that one has seen it. */
export class Urgent extends Element {
  connectedCallback() {
    super.connectedCallback();
    this.watch(feeds);
    this.until(feeds.watch(() => void this.#prepare()));
    void this.#prepare();
  }

  /** Only for what is there to be shown: most pages never need it. */
  async #prepare() {
    if (feeds.value.some((feed) => feed.wanted.length > 0)) await import("../markdown/markdown-text.js").catch(() => {});
  }

  render() {
    const wanted = feeds.value.flatMap((feed) => feed.wanted.map((update) => ({ feed, update })));
    const oldest = wanted.at(-1);
    return html`<div role="alert">${oldest ? this.#banner(oldest, wanted.length - 1) : nothing}</div>`;
  }

  /** @param {{feed: Feed, update: Update}} wanted @param {number} more */
  #banner({ feed, update }, more) {
    const at = update.publishedAt ?? "";
    return html`<section class="urgent" aria-label=${text.urgent}>
      <hh-icon name="megaphone"></hh-icon>
      <div class="urgent__words">
        <p><strong>${update.title}</strong> <time class="urgent__when" datetime=${at}>${at ? momentOf(at) : ""}</time></p>
        <div class="urgent__text"><hh-markdown .text=${update.content}></hh-markdown></div>
        <p class="row"><a href=${`/hackathons/${feed.id}/announcements`}>${text.readAll}</a>${more > 0 ? html`<span>${text.gotItAll(more)}</span>` : nothing}</p>
      </div>
      <button class="button urgent__seen" @click=${() => feed.acknowledge(update).catch(toastProblem)}><hh-icon name="check"></hh-icon>${text.gotIt}</button>
    </section>`;
  }
}

customElements.define("hh-urgent", Urgent);
