// @ts-check
/** @import { ReactiveControllerHost } from "lit" */
/** @import { Author } from "../live/types.js" */
/** @import { Query, Suggestion } from "./completion.js" */
import { html, nothing } from "lit";
import { avatar } from "../design/avatar.js";
import { completed, peopleLike, queryAt } from "./completion.js";
import { text } from "./text.js";

const MOST = 8;
const ASK_MS = 120;
const LIST = "chat-suggestions";

/** Names and emoji offered while one types: a list box that the text box controls, by the keys of a combo box (which a text area may not be called). */
export class Suggestions {
  /**
   * @param {ReactiveControllerHost} host @param {() => HTMLTextAreaElement} box
   * @param {{people: () => Author[], lookup: () => ((query: string) => Promise<Author[]>) | undefined, changed: () => void}} from
   */
  constructor(host, box, from) {
    this.host = host;
    this.box = box;
    this.from = from;
    /** @type {Query | null} */
    this.query = null;
    /** @type {Suggestion[]} */
    this.list = [];
    this.at = 0;
    this.asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    host.addController(this);
  }

  get open() {
    return this.list.length > 0;
  }

  hostUpdated() {
    const box = this.box();
    /** @type {[string, string][]} */
    const says = [["aria-controls", LIST], ["aria-activedescendant", `${LIST}-${this.at}`]];
    for (const [name, value] of says) {
      if (this.open) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  }

  /** The text, or the caret in it, changed. */
  look() {
    const box = this.box();
    const query = box.selectionStart === box.selectionEnd ? queryAt(box.value, box.selectionEnd) : null;
    clearTimeout(this.timer);
    const asked = ++this.asked;
    if (!query) return this.close();
    if (query.kind === ":") return void this.#offerEmoji(query, asked);
    const here = this.from.people();
    this.#offer(query, peopleLike(here, query.query, MOST).map(personAs));
    const lookup = this.from.lookup();
    if (!lookup || !query.query) return;
    this.timer = setTimeout(async () => {
      // Those who are here already are offered in any case.
      const more = await lookup(query.query).catch(() => /** @type {Author[]} */ ([]));
      if (asked === this.asked) this.#offer(query, peopleLike([...here, ...more], query.query, MOST).map(personAs));
    }, ASK_MS);
  }

  /** @param {Query} query @param {number} asked */
  async #offerEmoji(query, asked) {
    const { findEmoji } = await import("./emoji-data.js");
    if (asked !== this.asked) return;
    this.#offer(query, findEmoji(query.query, MOST).map(({ emoji, name }) => ({ key: emoji, insert: emoji, label: name, sub: "", emoji })));
  }

  /** @param {Query} query @param {Suggestion[]} list */
  #offer(query, list) {
    this.query = query;
    this.list = list;
    this.at = 0;
    this.host.requestUpdate();
  }

  close() {
    this.asked++;
    if (!this.open) return;
    this.list = [];
    this.host.requestUpdate();
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was meant for the list */
  key(event) {
    if (!this.open || event.isComposing) return false;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step) this.at = (this.at + step + this.list.length) % this.list.length;
    else if (event.key === "Escape") this.close();
    else if (event.key === "Enter" || event.key === "Tab") this.take(this.at);
    else return false;
    event.preventDefault();
    this.host.requestUpdate();
    return true;
  }

  /** @param {number} index */
  take(index) {
    const box = this.box();
    if (!this.query) return;
    const { text: now, caret } = completed(box.value, this.query, this.list[index].insert);
    box.value = now;
    box.setSelectionRange(caret, caret);
    box.focus();
    this.close();
    this.from.changed();
  }

  /** Their number is said by a region that was there before it had something to say. */
  render() {
    return html`<p class="sr-only" role="status">${this.open ? text.found(this.list.length) : nothing}</p>${this.open ? this.#list() : nothing}`;
  }

  #list() {
    return html`<ul class="suggestions" id=${LIST} role="listbox" aria-label=${text.suggestions}>
      ${this.list.map((it, index) => html`<li class="suggestions__one" role="option" id=${`${LIST}-${index}`} aria-selected=${index === this.at} @pointerdown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => this.take(index)}>
        ${it.person ? avatar(it.person, "small") : html`<span class="suggestions__emoji">${it.emoji}</span>`}<bdi class="suggestions__label">${it.label}</bdi><span class="faint">${it.sub}</span>
      </li>`)}
    </ul>`;
  }
}

/** @param {Author} person @returns {Suggestion} */
const personAs = (person) => ({ key: person.id, insert: `@${person.username}`, label: person.fullName, sub: `@${person.username}`, person });
