// @ts-check
/** @import { Room } from "./room.js" */
import { plain } from "../markdown/markdown.js";
import { nameOf } from "./names.js";
import { text } from "./text.js";

const MOST = 3;
const LONGEST = 200;

/** Says new messages to those who listen rather than look: what comes, never what is loaded or scrolled. */
export class Announcer {
  /** @param {Room} room @param {string} me */
  constructor(room, me) {
    this.room = room;
    this.me = me;
    this.last = Math.max(room.head, room.last);
    this.words = "";
  }

  /** What is to be said now. */
  now() {
    const { items } = this.room.messages;
    const fresh = [];
    for (let i = items.length - 1; i >= 0 && items[i].seq > this.last; i--) fresh.unshift(items[i]);
    this.last = Math.max(this.last, this.room.last);
    const others = fresh.filter((it) => "author" in it && it.author.id !== this.me && it.text !== null);
    if (others.length > MOST) this.words = text.manyArrived(others.length);
    else if (others.length > 0) this.words = others.map((it) => ("author" in it ? text.said(nameOf(it.author), plain((it.text ?? "").slice(0, LONGEST))) : "")).join(" ");
    return this.words;
  }
}

/** Where it is said. In a shadow that nobody sees into: on the page the words stand once, in the message. */
class AnnouncerElement extends HTMLElement {
  #inside = this.attachShadow({ mode: "closed" });

  connectedCallback() {
    this.setAttribute("aria-live", "polite");
  }

  set words(/** @type {string} */ words) {
    if (words !== this.#inside.textContent) this.#inside.textContent = words;
  }
}

customElements.define("hh-announcer", AnnouncerElement);
