// @ts-check
/** @import { Author } from "../live/types.js" */
import { people } from "../api/people.js";
import { text } from "./text.js";

/** How somebody is called on the page. @param {Author | undefined} person */
export const nameOf = (person) => person?.fullName || text.deletedAccount;

/** Who is behind an id: known at once, or asked for and told later. */
export class Names {
  /** @param {() => void} learned */
  constructor(learned) {
    this.learned = learned;
    this.version = 0;
    /** @type {Map<string, Author>} */
    this.known = new Map();
    /** @type {Set<string>} */
    this.asked = new Set();
  }

  /** @param {Author} person */
  know(person) {
    if (person?.username && !this.known.has(person.id)) this.known.set(person.id, person);
  }

  /** @param {string} id @returns {Author} */
  of(id) {
    const person = this.known.get(id);
    if (person) return person;
    this.#ask(id);
    return { id, username: "", fullName: text.somebody };
  }

  /** @param {string} id */
  #ask(id) {
    if (this.asked.has(id)) return;
    this.asked.add(id);
    people.card(id).then(
      (card) => {
        this.know(card);
        this.version++;
        this.learned();
      },
      () => {}, // Somebody they stay.
    );
  }
}
