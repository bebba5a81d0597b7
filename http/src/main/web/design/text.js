// @ts-check
import { catalogue, plural } from "../i18n/catalogue.js";

export const text = catalogue({
  en: {
    loading: "Loading",
    tryAgain: "Try again",
    dismiss: "Dismiss",
    undo: "Undo",
    noCopy: "Your browser does not let this page copy. Select the text and copy it yourself.",
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
    noCopy: "Dein Browser lässt diese Seite nicht kopieren. Markiere den Text und kopiere ihn selbst.",
    days: (n) => plural(n, { one: "Tag", other: "Tage" }),
    hours: (n) => plural(n, { one: "Stunde", other: "Stunden" }),
    minutes: (n) => plural(n, { one: "Minute", other: "Minuten" }),
    seconds: (n) => plural(n, { one: "Sekunde", other: "Sekunden" }),
  },
});
