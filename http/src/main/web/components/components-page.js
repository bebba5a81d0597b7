// @ts-check
import { html } from "lit";
import { Problem } from "../api/problem.js";
import "../markdown/markdown-text.js";
import { avatar } from "../design/avatar.js";
import "../design/countdown.js";
import { Element } from "../design/element.js";
import { area, choice, field } from "../design/field.js";
import { text } from "./text.js";
import "../design/icon.js";
import { shapes } from "../design/shapes.js";
import { empty, failure } from "../design/states.js";
import { agoOf, clockOf, dayOf, momentOf } from "../design/time.js";
import { toast } from "../design/toast.js";
import { undoable } from "../design/undo.js";

const COLOURS = ["paper", "paper-sunken", "paper-raised", "paper-hover", "line", "line-strong", "ink", "ink-soft", "ink-faint", "accent", "accent-fill", "accent-wash", "good", "good-wash", "warn", "warn-wash", "bad", "bad-fill", "bad-wash"];
const WRONG = new Problem({ title: text.bad, errors: [{ field: "/taken", code: "taken", message: text.wrongBecause }] }, 422);

/** Every component with its states: what there is before one makes another. */
export class ComponentsPage extends Element {
  render() {
    return html`<div class="page stack stack--loose components-page">
      <header class="stack stack--tight"><h1>${text.title}</h1><p class="soft">${text.lead}</p></header>
      ${part(text.colours, html`<ul class="swatches">${COLOURS.map((name) => html`<li class="swatches__one"><span class="swatches__colour swatches__colour--${name}"></span><code>--${name}</code></li>`)}</ul>`)}
      ${part(text.type, html`<div class="stack stack--tight"><p class="type-xxl">${text.sample}</p><p class="type-xl">${text.sample}</p><p class="type-l">${text.sample}</p><p>${text.sample}</p><p class="soft">${text.sample}</p><p class="faint">${text.sample}</p><p class="numbers">0123456789</p><code>${text.sample}</code></div>`)}
      ${part(text.buttons, this.#buttons())}
      ${part(text.badges, html`<p class="row"><span class="badge">DRAFT</span><span class="badge badge--accent">${text.plain}</span><span class="badge badge--good"><hh-icon name="check"></hh-icon>${text.done}</span><span class="badge badge--warn">${text.warning}</span><span class="badge badge--bad">${text.bad}</span><span class="badge badge--good badge--live">Live</span><span class="count">7</span><span class="count">99+</span></p>`)}
      ${part(text.people, html`<p class="row">${["Ada Lovelace", "Grace Hopper", "Alan Turing", "Lin"].map((fullName, i) => avatar({ id: fullName, fullName }, i === 0 ? "large" : i === 3 ? "small" : ""))}</p>`)}
      ${part(text.forms, this.#forms())}
      ${part(text.cards, html`<div class="grid"><div class="card stack stack--tight"><h3>${text.card}</h3><ul class="list"><li><span class="grow">${text.first}</span><span class="badge">1</span></li><li><span class="grow">${text.second}</span><span class="badge">2</span></li></ul></div><a class="card stack stack--tight" href="/design"><h3>${text.linkedCard}</h3><p class="soft">${text.sample}</p></a></div>`)}
      ${part(text.notices, html`<p class="notice"><hh-icon name="info"></hh-icon>${text.information}</p><p class="notice notice--good"><hh-icon name="circle-check"></hh-icon>${text.good}</p><p class="notice notice--warn"><hh-icon name="triangle-alert"></hh-icon>${text.warning}</p><p class="notice notice--bad"><hh-icon name="circle-alert"></hh-icon>${text.bad}</p>`)}
      ${part(text.states, html`<div class="grid"><div class="card"><div class="skeleton" aria-hidden="true">${[1, 2, 3, 4].map(() => html`<div></div>`)}</div></div><div class="card">${empty("inbox", text.nothing, text.nothingMore)}</div><div class="card">${failure(WRONG, () => toast(text.said))}</div></div>`)}
      ${part(text.navigation, this.#navigation())}
      ${part(text.time, html`<hh-countdown to="2100-01-01T00:00:00Z"></hh-countdown><p class="soft">${[dayOf, momentOf, clockOf, agoOf].map((format) => format(new Date(0).toISOString())).join(" · ")}</p>`)}
      ${part(text.passing, html`<p class="row"><button class="button" @click=${() => toast(text.said)}>${text.say}</button><button class="button" @click=${() => undoable(text.done, async () => void toast(text.undone))}>${text.sayUndo}</button></p>`)}
      ${part(text.prose, html`<hh-markdown .text=${text.markdown} .mentions=${true}></hh-markdown>`)}
      ${part(text.icons, html`<ul class="icons">${Object.keys(shapes).map((name) => html`<li class="icons__one"><hh-icon name=${name}></hh-icon><span class="faint">${name}</span></li>`)}</ul>`)}
    </div>`;
  }

  #buttons() {
    return html`<p class="row">
      <button class="button button--primary">${text.primary}</button><button class="button">${text.plain}</button><button class="button button--quiet">${text.quiet}</button><button class="button button--danger">${text.danger}</button>
      <button class="button button--small">${text.small}</button><button class="button button--primary" aria-busy="true">${text.busy}</button><button class="button" disabled>${text.disabled}</button>
      <button class="button button--icon" aria-label=${text.add}><hh-icon name="plus"></hh-icon></button><button class="link-button">${text.link}</button>
    </p>`;
  }

  #forms() {
    return html`<div class="fields">
      ${field({ label: text.name, name: "name", hint: text.hint, value: "Nebula" })}
      ${field({ label: text.wrong, name: "taken", value: "Nebula", problem: WRONG })}
      ${choice({ label: text.choice, name: "choice", options: [["1", text.first], ["2", text.second]] })}
      <label class="check"><input type="checkbox" checked>${text.checked}</label>
      ${area({ label: text.longer, name: "longer", value: text.sample, rows: 3, wide: true })}
    </div>`;
  }

  #navigation() {
    return html`<nav class="tabs" aria-label=${text.navigation}><a href="/design" aria-current="page">${text.first}</a><a href="/design">${text.second}</a></nav>
      <div class="segments" role="group" aria-label=${text.choice}>${[text.first, text.second].map((name, i) => html`<button class="segments__one" aria-pressed=${i === 0}>${name}</button>`)}</div>
      <ol class="steps card">${[text.first, text.second].map((name) => html`<li class="steps__one"><span class="steps__icon"><hh-icon name="flag"></hh-icon></span><span class="grow"><strong>${name}</strong><br><span class="soft">${text.hint}</span></span><button class="button">${text.plain}</button></li>`)}</ol>
      <details class="menu components-page__menu"><summary class="button">${text.menu}<hh-icon name="chevron-down"></hh-icon></summary><div class="menu__sheet"><button class="menu__item"><hh-icon name="pencil"></hh-icon>${text.first}</button><button class="menu__item"><hh-icon name="copy"></hh-icon>${text.second}</button></div></details>`;
  }
}

/** @param {string} title @param {unknown} content */
const part = (title, content) => html`<section class="stack"><h2>${title}</h2>${content}</section>`;

customElements.define("hh-components-page", ComponentsPage);
