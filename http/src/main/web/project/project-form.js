// @ts-check
/** @import { Hackathon } from "../api/types.js" */
/** @import { Content } from "./content.js" */
/** @import { Draft } from "./draft.js" */
import { html, nothing } from "lit";
import "../markdown/markdown-text.js";
import { Element } from "../design/element.js";
import { area, field } from "../design/field.js";
import "../design/icon.js";
import { judged } from "./links.js";
import { text } from "./text.js";

/** Where the project is written, with what becomes of it beside. */
export class ProjectForm extends Element {
  static properties = { draft: { attribute: false }, version: { attribute: false }, hackathon: { attribute: false }, view: { state: true } };

  constructor() {
    super();
    /** @type {Draft} */
    this.draft = /** @type {any} */ (undefined);
    /** Counts the draft's changes. */
    this.version = 0;
    /** @type {Hackathon} */
    this.hackathon = /** @type {any} */ (undefined);
    /** What a phone shows. @type {"write" | "preview"} */
    this.view = "write";
  }

  render() {
    const { mine, problem } = this.draft;
    return html`<div class="writing writing--${this.view}">
      <div class="writing__switch row" role="group" aria-label=${text.preview}>
        <button class="button button--small" aria-pressed=${this.view === "write"} @click=${() => (this.view = "write")}><hh-icon name="pencil"></hh-icon>${text.write}</button>
        <button class="button button--small" aria-pressed=${this.view === "preview"} @click=${() => (this.view = "preview")}><hh-icon name="eye"></hh-icon>${text.preview}</button>
      </div>
      <form class="writing__form card stack" aria-label=${text.yours} @submit=${this.#now} @input=${this.#typed} @focusout=${() => void this.draft.flush()}>
        ${field({ label: text.name, name: "name", value: mine.name, required: true, maxlength: 120, problem })}
        ${area({ label: text.description, name: "description", value: mine.description, rows: 14, maxlength: 20_000, hint: text.descriptionHint, problem })}
        <div class="fields">
          <div>${field({ label: text.repository, name: "repositoryUrl", type: "url", value: mine.repositoryUrl, placeholder: "https://", maxlength: 2048, problem })}${verdict(mine.repositoryUrl)}</div>
          <div>${field({ label: text.demo, name: "demoUrl", type: "url", value: mine.demoUrl, placeholder: "https://", maxlength: 2048, problem })}${verdict(mine.demoUrl)}</div>
        </div>
        ${this.#tracks(mine)}
      </form>
      <section class="writing__preview card" aria-label=${text.preview}>
        <p class="eyebrow">${text.preview}</p>
        <h2>${mine.name || text.untitled}</h2>
        ${mine.description.trim() ? html`<hh-markdown .text=${mine.description}></hh-markdown>` : html`<p class="faint">${text.previewEmpty}</p>`}
      </section>
    </div>`;
  }

  /** @param {Content} mine */
  #tracks({ trackIds }) {
    const { tracks } = this.hackathon;
    if (!tracks?.length) return nothing;
    return html`<fieldset class="stack stack--tight"><legend class="field__label">${text.tracksLegend}</legend><div class="row">
      ${tracks.map(({ id, name }) => html`<label class="check"><input type="checkbox" name="trackIds" value=${id} .checked=${trackIds.includes(id)}>${name}</label>`)}</div></fieldset>`;
  }

  /** @param {InputEvent} event */
  #typed(event) {
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const data = new FormData(form);
    const said = (/** @type {string} */ name) => String(data.get(name) ?? "");
    this.draft.change({
      name: said("name"),
      description: said("description"),
      repositoryUrl: said("repositoryUrl"),
      demoUrl: said("demoUrl"),
      trackIds: data.getAll("trackIds").map(String),
    });
  }

  /** Enter in a line saves at once. @param {SubmitEvent} event */
  #now(event) {
    event.preventDefault();
    void this.draft.flush();
  }
}

/** @param {string} url */
function verdict(url) {
  const found = judged(url);
  if (!found) return nothing;
  const { kind, verdict: said } = found;
  return html`<p class="link-check link-check--${kind}"><hh-icon name=${kind === "good" ? "circle-check" : "triangle-alert"}></hh-icon>
    <span>${text[said]} ${kind === "bad" ? nothing : html`<a href=${url.trim()} target="_blank" rel="noopener nofollow">${text.openLink}</a>`}</span></p>`;
}

customElements.define("hh-project-form", ProjectForm);
