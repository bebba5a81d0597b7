// @ts-check
import { catalogue } from "../i18n/catalogue.js";

export const text = catalogue({
  en: {
    title: "Inbox",
    markRead: "Mark all as read",
    unread: "Unread",
    empty: "Nothing yet",
    emptyMore: "Invitations, mentions and news about your hackathons come here.",
    refused: "Your inbox cannot be shown right now",
    earlier: "Earlier",
    loading: "Loading the inbox",
    kinds: { announcement: "Announcement", mention: "Mention", team: "Team", registration: "Registration", hackathon: "Hackathon", staff: "Your part", account: "Account", other: "News" },
  },
  de: {
    title: "Posteingang",
    markRead: "Alles als gelesen markieren",
    unread: "Ungelesen",
    empty: "Noch nichts",
    emptyMore: "Einladungen, Erwähnungen und Neues zu deinen Hackathons kommen hierher.",
    refused: "Dein Posteingang kann gerade nicht gezeigt werden",
    earlier: "Früheres",
    loading: "Posteingang wird geladen",
    kinds: { announcement: "Ankündigung", mention: "Erwähnung", team: "Team", registration: "Anmeldung", hackathon: "Hackathon", staff: "Deine Aufgabe", account: "Konto", other: "Neues" },
  },
});
