// @ts-check
/** @import { ReactiveControllerHost } from "lit" */
/** @import { Range, Sized } from "./span.js" */
import { html } from "lit";
import { repeat } from "lit/directives/repeat.js";
import { heightOf, indexOf, rowAt, windowOf } from "./span.js";

/** Within this of the end counts as at the end. */
const NEAR_PX = 60;
/** As many rows more on each side, a frame. */
const STEP = 6;

/**
 * A long list of which only the rows around the view are in the page, with space in place of the others. It stays where the
 * reader is: at the end while rows are added there, or with the row at the view's top in its place, whatever happens above it.
 * A row that holds the focus stays in the page. Rows are rendered at once (no element that takes shape later), and measured.
 * @template {Sized} Row
 */
export class Windowed {
  /**
   * @param {ReactiveControllerHost & HTMLElement} host
   * @param {{scroller: () => HTMLElement | null, guess: (row: Row) => number, moved: () => void}} how `moved`: after each change of what is seen
   */
  constructor(host, { scroller, guess, moved }) {
    this.host = host;
    this.find = scroller;
    this.guess = guess;
    this.moved = moved;
    /** @type {Row[]} */
    this.rows = [];
    /** @type {Range} */
    this.range = { start: 0, end: 0 };
    this.whole = true;
    this.atEnd = true;
    /** The row that stays where it is: `gap` below the view's top. @type {{key: string, index: number, gap: number} | null} */
    this.anchor = null;
    this.y = 0;
    this.height = innerHeight;
    /** Rows whose size is watched. @type {Map<HTMLElement, Row>} */
    this.shown = new Map();
    /** What else is in the scroller, above and below the rows. @type {WeakSet<globalThis.Element>} */
    this.beside = new WeakSet();
    /** Where the view was put last; a scroll event that finds it there is not the reader's. */
    this.put = NaN;
    this.frame = 0;
    /** @type {HTMLElement | null} */
    this.scroller = null;
    this.watcher = new ResizeObserver(() => this.#settle());
    this.scrolled = () => this.#scrolled();
    host.addController(this);
  }

  hostDisconnected() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    this.watcher.disconnect();
    this.shown.clear();
    this.beside = new WeakSet();
    this.scroller?.removeEventListener("scroll", this.scrolled);
    this.scroller = null;
  }

  /** To be put into the scroller by the host's rendering. @param {Row[]} rows @param {(row: Row) => unknown} view */
  render(rows, view) {
    this.rows = rows;
    for (const row of rows) row.size ??= this.guess(row);
    this.#place();
    const next = windowOf(rows, this.y, this.height, this.range, STEP);
    this.range = { start: next.start, end: next.end };
    this.whole = next.whole;
    return html`<div class="window">
      ${repeat(this.#items(), (item) => ("space" in item ? item.space : item.key), (item) =>
        "space" in item ? html`<div class="window__space" .space=${item}></div>` : html`<div class="window__row" .row=${item}>${view(item)}</div>`)}
    </div>`;
  }

  hostUpdated() {
    const scroller = this.find();
    if (scroller !== this.scroller) {
      this.scroller?.removeEventListener("scroll", this.scrolled);
      this.scroller = scroller;
      scroller?.addEventListener("scroll", this.scrolled, { passive: true });
      if (scroller) this.watcher.observe(scroller);
    }
    this.#settle();
  }

  toEnd() {
    this.atEnd = true;
    this.host.requestUpdate();
  }

  /** Bring a row into view, at this share of its height. @param {string} key @param {number} [share] @returns {boolean} whether there is such a row */
  show(key, share = 0.3) {
    const index = indexOf(this.rows, key);
    if (index === -1) return false;
    this.atEnd = false;
    this.anchor = { key, index, gap: share * this.height };
    this.host.requestUpdate();
    return true;
  }

  /** The element of a row, where it is in the page. @param {string} key */
  elementOf(key) {
    for (const [element, row] of this.shown) if (row.key === key) return element;
    return null;
  }

  /** Rows that are seen, of which the last may be cut. @returns {Row[]} */
  get seen() {
    if (this.rows.length === 0) return [];
    return this.rows.slice(rowAt(this.rows, this.y), rowAt(this.rows, this.y + this.height - 1) + 1);
  }

  /** How much lies above the view, in views. */
  get above() {
    return Math.max(0, this.y) / Math.max(1, this.height);
  }

  /** Where the view is to be. */
  #place() {
    const { rows, anchor } = this;
    if (this.atEnd) {
      this.y = Math.max(0, heightOf(rows) - this.height);
    } else if (anchor) {
      anchor.index = indexOf(rows, anchor.key, anchor.index);
      if (anchor.index === -1) this.anchor = null;
      else this.y = heightOf(rows, anchor.index) - anchor.gap;
    }
  }

  /** @returns {(Row | {space: string, height: number})[]} */
  #items() {
    const { rows, range: { start, end } } = this;
    const space = (/** @type {string} */ name, /** @type {number} */ from, /** @type {number} */ to) => ({ space: name, from, to, height: 0 });
    const window = rows.slice(start, end);
    const kept = this.#focused();
    if (kept === -1 || (kept >= start && kept < end)) return [space(" top", 0, start), ...window, space(" end", end, rows.length)];
    if (kept < start) return [space(" top", 0, kept), rows[kept], space(" gap", kept + 1, start), ...window, space(" end", end, rows.length)];
    return [space(" top", 0, start), ...window, space(" gap", end, kept), rows[kept], space(" end", kept + 1, rows.length)];
  }

  #focused() {
    const focused = document.activeElement?.closest(".window__row");
    const row = focused && this.host.contains(focused) ? /** @type {any} */ (focused).row : undefined;
    return row ? this.rows.indexOf(row) : -1;
  }

  /** Measures what is in the page, and puts the view where it belongs. */
  #settle() {
    const { scroller } = this;
    const list = /** @type {HTMLElement | null} */ (scroller?.querySelector(".window") ?? null);
    if (!scroller || !list) return;
    this.#measure(list);
    this.height = scroller.clientHeight;
    for (const child of list.children) {
      const { space } = /** @type {any} */ (child);
      if (space) /** @type {HTMLElement} */ (child).style.height = `${heightOf(this.rows, space.to, space.from)}px`;
    }
    this.#place();
    const target = this.atEnd ? scroller.scrollHeight - this.height : list.offsetTop + this.y;
    if (Math.abs(target - scroller.scrollTop) > 0.75) {
      scroller.scrollTop = target;
      this.put = scroller.scrollTop;
    }
    // Nothing lies below: the view is as far down as it can be.
    if (!this.atEnd && target > scroller.scrollHeight - this.height + 1) this.#look(scroller, list);
    const needed = windowOf(this.rows, this.y, this.height, this.range, 0);
    if (needed.start < this.range.start || needed.end > this.range.end) this.host.requestUpdate();
    else if (!this.whole) this.#later();
    this.moved();
  }

  /** @param {HTMLElement} list */
  #measure(list) {
    const gone = new Set(this.shown.keys());
    for (const child of /** @type {Iterable<any>} */ (list.children)) {
      if (!child.row) continue;
      child.row.size = child.getBoundingClientRect().height;
      if (!gone.delete(child)) this.watcher.observe(child);
      this.shown.set(child, child.row);
    }
    for (const child of this.scroller?.children ?? []) {
      if (child === list || this.beside.has(child)) continue;
      this.beside.add(child);
      this.watcher.observe(child);
    }
    for (const element of gone) {
      this.watcher.unobserve(element);
      this.shown.delete(element);
    }
  }

  #scrolled() {
    const { scroller } = this;
    const list = /** @type {HTMLElement | null} */ (scroller?.querySelector(".window") ?? null);
    if (!scroller || !list) return;
    if (Math.abs(scroller.scrollTop - this.put) < 1) return this.#settle();
    this.put = NaN;
    this.#look(scroller, list);
    const next = windowOf(this.rows, this.y, this.height, this.range, STEP);
    if (next.start !== this.range.start || next.end !== this.range.end) this.host.requestUpdate();
    this.moved();
  }

  /** Where the reader is. @param {HTMLElement} scroller @param {HTMLElement} list */
  #look(scroller, list) {
    this.height = scroller.clientHeight;
    this.y = scroller.scrollTop - list.offsetTop;
    this.atEnd = scroller.scrollHeight - scroller.scrollTop - this.height < NEAR_PX;
    const index = rowAt(this.rows, this.y);
    const row = this.rows[index];
    this.anchor = row ? { key: row.key, index, gap: heightOf(this.rows, index) - this.y } : null;
  }

  /** The rest of the window, in the next frame. */
  #later() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.host.requestUpdate();
    });
  }
}
