// @ts-check
import { catalogue } from "../i18n/catalogue.js";

export const text = catalogue({
  en: {
    signedOut: "You have signed out.",
    signedOutByServer: "You have been signed out.",
    malformed: "This page and the server do not understand each other. Reload the page.",
    forbidden: "The server does not let this page or account connect.",
    tooOld: "This page is older than the server. Reload it.",
    tooMuch: "The server has stopped listening to us for sending too much.",
    revoked: "You may no longer read this.",
    tooLong: "That is too long.",
  },
  de: {
    signedOut: "Du hast dich abgemeldet.",
    signedOutByServer: "Du wurdest abgemeldet.",
    malformed: "Diese Seite und der Server verstehen sich nicht. Lade die Seite neu.",
    forbidden: "Der Server lässt diese Seite oder dieses Konto nicht zu.",
    tooOld: "Diese Seite ist älter als der Server. Lade sie neu.",
    tooMuch: "Der Server hört uns nicht mehr zu, weil wir zu viel gesendet haben.",
    revoked: "Du darfst das nicht mehr lesen.",
    tooLong: "Das ist zu lang.",
  },
});
