// @ts-check
import { language, locale } from "./language.js";

/*
 * The German of the catalogues: "du", short, what one would say and not the English word by word. One thing has one name:
 *   sign in, out: anmelden, abmelden · create an account: Konto anlegen · register: teilnehmen (its time: die Anmeldung) · withdraw: Teilnahme zurückziehen
 *   organizers: die Organisation · staff: Mitwirkende · judges: die Jury · mentors: Mentorinnen und Mentoren (the role: Mentoring) · door: Einlass · check in: einchecken
 *   judging: Bewertung · score: Punkte, one: Wertung · leaderboard: Rangliste · submit: abgeben · track: Track · announcement: Ankündigung · big screen: Großbildschirm
 *   optional: optional · show: anzeigen · try again: noch einmal versuchen · what is under way: "Wird gespeichert …", with a space before the dots
 */

/**
 * What a feature says, in every language: each feature has its own, in `<feature>/text.js`. A message is a text, or a function
 * of what varies in it.
 * @template T
 * @param {{en: T, de: NoInfer<T>}} languages
 * @returns {T}
 */
export function catalogue(languages) {
  return languages[language];
}

const rules = new Intl.PluralRules(locale);
const number = new Intl.NumberFormat(locale);
const list = new Intl.ListFormat(locale);

/** The form that fits a number; `#` stands for it. @param {number} n @param {{one: string, other: string}} forms */
export function plural(n, forms) {
  return (rules.select(n) === "one" ? forms.one : forms.other).replaceAll("#", number.format(n));
}

/** @param {number} n */
export const numberOf = (n) => number.format(n);

/** A number where there is little room. @param {number} n */
export const countOf = (n) => (n > 99 ? "99+" : numberOf(n));

/** "A, B and C". @param {string[]} items */
export const listing = (items) => list.format(items);
