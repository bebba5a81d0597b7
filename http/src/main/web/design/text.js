// @ts-check
import { catalogue, plural } from "../i18n/catalogue.js";

export const text = catalogue({
  en: {
    loading: "Loading",
    tryAgain: "Try again",
    dismiss: "Dismiss",
    undo: "Undo",
    days: (/** @type {number} */ n) => plural(n, { one: "day", other: "days" }),
    hours: (/** @type {number} */ n) => plural(n, { one: "hour", other: "hours" }),
    minutes: (/** @type {number} */ n) => plural(n, { one: "minute", other: "minutes" }),
    seconds: (/** @type {number} */ n) => plural(n, { one: "second", other: "seconds" }),
  },
  de: {
    loading: "Wird geladen",
    tryAgain: "Noch einmal versuchen",
    dismiss: "Schließen",
    undo: "Rückgängig",
    days: (n) => plural(n, { one: "Tag", other: "Tage" }),
    hours: (n) => plural(n, { one: "Stunde", other: "Stunden" }),
    minutes: (n) => plural(n, { one: "Minute", other: "Minuten" }),
    seconds: (n) => plural(n, { one: "Sekunde", other: "Sekunden" }),
  },
});
