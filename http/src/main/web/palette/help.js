// @ts-check
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import "../design/icon.js";
import { AFTER_G } from "./keys.js";
import { shortcutOfPalette, shortcutOfUndo } from "./shortcuts.js";
import { text } from "./text.js";

const { help } = text;

/** Which keys there are. */
export class ShortcutsHelp extends Element {
  async open() {
    await this.updateComplete;
    this.querySelector("dialog")?.showModal();
  }

  render() {
    /** @type {[string[], string][]} */
    const rows = [
      [shortcutOfPalette.split(/(?<=⌘)| /), help.jump],
      [shortcutOfUndo.split(/(?<=⌘)| /), help.undo],
      [["/"], help.search],
      ...Object.entries(AFTER_G).map(([key, page]) => /** @type {[string[], string]} */ ([["g", key], help[page]])),
      [["?"], help.shown],
    ];
    return html`<dialog class="dialog stack" aria-labelledby="shortcuts-title">
      <div class="row row--apart">
        <h2 id="shortcuts-title">${help.title}</h2>
        <button class="button button--quiet button--icon" type="button" aria-label=${help.close} @click=${() => this.querySelector("dialog")?.close()}><hh-icon name="x"></hh-icon></button>
      </div>
      <dl class="shortcuts">${rows.map(([keys, does]) => html`<div class="shortcuts__row">
        <dt>${does}</dt>
        <dd>${keys.map((key, at) => html`${at > 0 && keys[0] === "g" ? html` <span class="faint">${help.then}</span> ` : nothing}<kbd>${key}</kbd>`)}</dd>
      </div>`)}</dl>
    </dialog>`;
  }
}

customElements.define("hh-shortcuts-help", ShortcutsHelp);

/** @type {ShortcutsHelp | null} */
let shown = null;

export function show() {
  if (!shown) document.body.append((shown = new ShortcutsHelp()));
  void shown.open();
}
