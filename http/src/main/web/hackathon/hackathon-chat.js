// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html } from "lit";
import { api } from "../app/services.js";
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
    /** Whom one may name: everybody who takes part. */
    this.lookup = async (/** @type {string} */ q) => (await api.get(`/hackathons/${this.hackathon.id}/people`, { q, limit: 10 })).items;
  }

  render() {
    return html`<div class="card card--flush hackathon-chat"><hh-chat channel=${`hackathon/${this.hackathon.id}/chat`} .lookup=${this.lookup} ?moderator=${this.organizer}></hh-chat></div>`;
  }
}

customElements.define("hh-hackathon-chat", HackathonChat);
