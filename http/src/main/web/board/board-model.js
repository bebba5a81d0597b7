// @ts-check
/** @import { Board, Refusal, Sink } from "../live/types.js" */
import { hold } from "../live/shared.js";
import { Store } from "../live/store.js";

/** A leaderboard as it stands. */
class BoardModel {
  constructor() {
    /** @type {Store<{board: Board | null, refusal: Refusal | null}>} */
    this.state = new Store(/** @type {{board: Board | null, refusal: Refusal | null}} */ ({ board: null, refusal: null }));
    /** @type {Sink} */
    this.sink = {
      board: (board) => this.state.set({ board, refusal: null }),
      refused: (refusal) => this.state.set({ board: null, refusal }),
    };
  }

  get refusal() {
    return this.state.value.refusal;
  }
}

/** @param {string} hackathonId @param {boolean} full the organizers' view, which no freeze hides */
export const holdBoard = (hackathonId, full) => hold(`hackathon/${hackathonId}/leaderboard${full ? "/full" : ""}`, () => new BoardModel());
