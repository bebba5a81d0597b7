// @ts-check
/** @import { Problem } from "../api/problem.js" */
/** @import { PrizeDraft } from "./hackathon-draft.js" */
import { html, nothing } from "lit";
import { Element } from "../design/element.js";
import { CURRENCIES } from "../design/money.js";
import { text } from "./text.js";

/** What can be won. Tells `prizes` what it has become. */
export class PrizesEditor extends Element {
  static properties = { prizes: { attribute: false }, refused: { attribute: false } };

  constructor() {
    super();
    /** @type {PrizeDraft[]} */
    this.prizes = [];
    /** @type {Problem | null} */
    this.refused = null;
  }

  render() {
    return html`<fieldset class="stack stack--tight"><legend class="sr-only">${text.prizes}</legend>
      ${this.prizes.map((prize, i) => this.#row(prize, i))}
      ${this.#error([""])}
      <div><button class="button button--small" type="button" @click=${() => this.#tell([...this.prizes, { name: "", amount: "", currency: this.prizes.at(-1)?.currency ?? "EUR", rank: this.prizes.length + 1 }])}><hh-icon name="plus"></hh-icon>${text.prizeAdd}</button></div>
    </fieldset>`;
  }

  /** @param {PrizeDraft} prize @param {number} i */
  #row({ name, amount, currency }, i) {
    const currencies = CURRENCIES.includes(currency) ? CURRENCIES : [currency, ...CURRENCIES];
    // What the form does not show is about the prize as a whole.
    const whole = [`/${i}/name`, `/${i}/id`, `/${i}/rank`];
    return html`<div class="prizes__row" role="group" aria-label=${name || text.prize}>
      <label class="field"><span>${text.prize}</span><input class="input" required maxlength="200" .value=${name} aria-invalid=${this.#at(whole) ? "true" : "false"} @input=${this.#typing(i, "name")}>${this.#error(whole)}</label>
      <label class="field"><span>${text.amount}</span><input class="input" inputmode="decimal" pattern="[0-9]+([.,][0-9]+)?" .value=${amount} aria-invalid=${this.#at([`/${i}/amount/amount`]) ? "true" : "false"} @input=${this.#typing(i, "amount")}>${this.#error([`/${i}/amount/amount`])}</label>
      <label class="field"><span>${text.currency}</span><select class="input" @change=${this.#typing(i, "currency")}>${currencies.map((it) => html`<option ?selected=${it === currency}>${it}</option>`)}</select>${this.#error([`/${i}/amount/currency`])}</label>
      <button class="button button--quiet button--icon" type="button" aria-label=${text.removeOf(name)} @click=${() => this.#tell(this.prizes.filter((_, at) => at !== i))}><hh-icon name="trash-2"></hh-icon></button>
    </div>`;
  }

  /** @param {number} i @param {"name" | "amount" | "currency"} key */
  #typing(i, key) {
    return (/** @type {Event} */ event) => {
      const { value } = /** @type {HTMLInputElement} */ (event.target);
      this.#tell(this.prizes.map((prize, at) => (at === i ? { ...prize, [key]: value } : prize)));
    };
  }

  /** @param {string[]} paths */
  #at(paths) {
    return paths.map((path) => this.refused?.at(`/prizes${path}`)).find(Boolean);
  }

  /** @param {string[]} paths */
  #error(paths) {
    const error = this.#at(paths);
    return error ? html`<span class="field__error">${error}</span>` : nothing;
  }

  /** @param {PrizeDraft[]} prizes */
  #tell(prizes) {
    this.prizes = prizes;
    this.emit("prizes", prizes);
  }
}

customElements.define("hh-prizes-editor", PrizesEditor);
