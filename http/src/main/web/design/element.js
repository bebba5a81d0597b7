// @ts-check
/** @import { Problem } from "../api/problem.js" */
import { LitElement } from "lit";
import { reading } from "../api/late.js";
import { problemOf } from "../api/problem.js";

/**
 * What every component of ours is: a Lit element without a shadow, so that style sheets, labels and focus reach across, which
 * lets go of what it watches when it leaves the page.
 */
export class Element extends LitElement {
  /** What the last attempt failed with. @type {Problem | null} */
  problem = null;
  /** Whether an attempt is under way. */
  busy = false;
  /** @type {(() => void)[]} */
  #endings = [];
  #reading = 0;

  createRenderRoot() {
    return this;
  }

  /** Render anew whenever one of these changes; until the element leaves. @param {...import("../live/store.js").Store<any>} stores */
  watch(...stores) {
    for (const store of stores) this.until(store.watch(() => this.requestUpdate()));
  }

  /** @param {() => void} ending called when the element leaves the page */
  until(ending) {
    this.#endings.push(ending);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const ending of this.#endings.splice(0)) ending();
  }

  /** Hear of something until the element leaves. @param {EventTarget} target @param {string} type @param {(event: any) => void} act */
  hears(target, type, act) {
    target.addEventListener(type, act);
    this.until(() => target.removeEventListener(type, act));
  }

  /** @param {number} ms @param {() => void} act every so often until the element leaves */
  every(ms, act) {
    const timer = setInterval(act, ms);
    this.until(() => clearInterval(timer));
  }

  /** Reads what is shown, and once more with what came late; where that fails, what was shown stays. @param {() => Promise<any>} task */
  reads(task) {
    const turn = ++this.#reading;
    return reading(() => this.#read(task), () => this.isConnected && turn === this.#reading);
  }

  /** @param {() => Promise<any>} task */
  async #read(task) {
    try {
      await task();
      this.problem = null;
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.requestUpdate();
  }

  /** Does something that may fail: shows that it is under way, then what came of it. @param {() => Promise<any>} task */
  async attempt(task) {
    if (this.busy) return false;
    this.busy = true;
    this.problem = null;
    this.requestUpdate();
    try {
      await task();
      return true;
    } catch (error) {
      this.problem = problemOf(error);
      return false;
    } finally {
      this.busy = false;
      this.requestUpdate();
    }
  }

  /** Names the page, for as long as one is on it. @param {string} name */
  titled(name) {
    if (this.isConnected) document.title = `${name} · HackHub`;
  }

  /** Tell whoever is around. @param {string} type @param {any} [detail] */
  emit(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}
