// @ts-check
import { copy } from "../design/copy.js";
import { colour, languageOf } from "./highlight.js";
import { text } from "./text.js";

const NAMED = /(?:^|\s)language-(\S+)/;

/** Gives each block of code its language's name and colours, and a way to copy it. @param {ParentNode} content */
export function dressCode(content) {
  for (const block of [...content.querySelectorAll("pre")]) {
    const code = block.querySelector("code");
    const word = NAMED.exec(code?.className ?? "")?.[1] ?? "";
    const language = languageOf(word);
    const frame = document.createElement("div");
    frame.className = "code";
    frame.dir = "ltr";
    block.replaceWith(frame);
    block.tabIndex = 0;
    frame.append(head(word, block), block);
    if (code && language) colour(code, language);
  }
}

/** @param {string} word @param {HTMLElement} block */
function head(word, block) {
  const bar = document.createElement("div");
  bar.className = "code__head";
  const name = document.createElement("span");
  name.textContent = word;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "code__copy";
  button.textContent = text.copyCode;
  button.addEventListener("click", async () => {
    if (!(await copy(block.textContent ?? ""))) return;
    button.textContent = text.copied;
    setTimeout(() => (button.textContent = text.copyCode), 2000);
  });
  bar.append(name, button);
  return bar;
}
