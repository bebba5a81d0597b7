// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html } from "lit";
import "../chat/chat.js";
import { Element } from "../design/element.js";

/** The chat of everybody who is there. */
export class HackathonChat extends Element {
  static properties = { hackathon: { attribute: false }, organizer: { type: Boolean } };

  constructor() {
    super();
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    this.organizer = false;
  }

  render() {
    return html`<div class="card card--flush hackathon-chat"><hh-chat channel=${`hackathon/${this.hackathon.id}/chat`} ?moderator=${this.organizer}></hh-chat></div>`;
  }
}

customElements.define("hh-hackathon-chat", HackathonChat);
