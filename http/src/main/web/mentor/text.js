// @ts-check
import { catalogue, plural } from "../i18n/catalogue.js";

export const text = catalogue({
  en: {
    title: "Mentoring",
    lead: "The teams that have invited you into their room. They see that you are there.",
    none: "No team has invited you yet",
    noneMore: "A team's leader invites mentors from the team's room. Say in the hackathon's chat what you can help with.",
    toChat: "Go to the chat",
    hackathons: "All hackathons",
    unread: (/** @type {number} */ n) => plural(n, { one: "# new message", other: "# new messages" }),
    here: (/** @type {number} */ n) => plural(n, { one: "one is here", other: "# are here" }),
    nothingYet: "Nobody has written yet.",
    deleted: "A message that was deleted",
    people: (/** @type {number} */ n) => plural(n, { one: "# person", other: "# people" }),
  },
  de: {
    title: "Mentoring",
    lead: "Die Teams, die dich in ihren Raum geholt haben. Sie sehen, dass du da bist.",
    none: "Noch hat dich kein Team eingeladen",
    noneMore: "Wer ein Team leitet, lädt Mentorinnen und Mentoren im Teamraum ein. Schreib in den Chat des Hackathons, wobei du helfen kannst.",
    toChat: "Zum Chat",
    hackathons: "Alle Hackathons",
    unread: (n) => plural(n, { one: "# neue Nachricht", other: "# neue Nachrichten" }),
    here: (n) => plural(n, { one: "eine Person ist da", other: "# sind da" }),
    nothingYet: "Noch hat niemand geschrieben.",
    deleted: "Eine gelöschte Nachricht",
    people: (n) => plural(n, { one: "# Person", other: "# Personen" }),
  },
});
