// @ts-check
import { html, render } from "lit";
import { openDialog } from "./choice.js";
import { text } from "./text.js";

const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const command = mac ? "⌘" : "Ctrl";

/** What the keyboard can do in a chat. */
export function openHelp() {
  const { keys } = text;
  const all = /** @type {[string, string][]} */ ([
    ["↑ ↓", keys.walk], ["Enter", keys.tools], ["+", keys.react], ["R", keys.reply], ["E", keys.edit], ["P", keys.pin], ["Del", keys.remove], ["L", keys.link],
    [`${command} F`, keys.search], ["Esc", keys.write], ["↑", keys.editLast], ["Shift Enter", keys.newLine], [`${command} B I E`, keys.bold], ["@ :", keys.complete], ["?", keys.help],
  ]);
  return openDialog({ kind: "chat-help", label: text.helpTitle }, (dialog) =>
    render(html`<h2 class="chat-help__title">${text.helpTitle}</h2><dl class="chat-help__keys">${all.map(([key, what]) => html`<dt>${key.split(" ").map((it) => html`<kbd>${it}</kbd>`)}</dt><dd>${what}</dd>`)}</dl>
      <button class="button" autofocus @click=${() => dialog.close()}>${text.close}</button>`, dialog),
  );
}
