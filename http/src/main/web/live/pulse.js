// @ts-check
import { Store } from "./store.js";

/** While changes keep coming they are told this far apart. */
const APART_MS = 100;
/** A page that draws no frames hears of it nevertheless. */
const WITHOUT_FRAME_MS = 250;

/** Counts changes. However many come at once, those who watch are told once, with the next frame. @extends {Store<number>} */
export class Pulse extends Store {
  #due = false;
  #toldAt = 0;

  constructor() {
    super(0);
  }

  touch() {
    this.value++;
    if (this.#due) return;
    this.#due = true;
    const wait = this.#toldAt + APART_MS - performance.now();
    if (wait > 0) setTimeout(() => this.#withFrame(), wait);
    else this.#withFrame();
  }

  #withFrame() {
    const tell = () => {
      clearTimeout(late);
      cancelAnimationFrame(frame);
      this.#due = false;
      this.#toldAt = performance.now();
      this.set(this.value);
    };
    const frame = requestAnimationFrame(tell);
    const late = setTimeout(tell, WITHOUT_FRAME_MS);
  }
}
