// @ts-check
/** @import { Hackathon } from "../api/types.js" */
/** @import { Entry } from "./match.js" */
import { session } from "../app/services.js";
import { signOut } from "../app/sign-out.js";
import { text as frame } from "../app/text.js";
import { chooseTheme, THEMES } from "../app/theme.js";
import { language, LANGUAGES, speak } from "../i18n/language.js";
import { memberships, unreadIn } from "../me/memberships.js";
import { myTeams } from "../me/teams-of-mine.js";
import { openHelp } from "./shortcuts.js";
import { text } from "./text.js";

const { titles } = frame;
const THEME_ICON = { system: "monitor", light: "sun", dark: "moon" };

/** All that can be jumped to without asking the server. @returns {Entry[]} */
export function entriesHere() {
  return [...teams(), ...mine(), ...pages(), ...actions()];
}

/** @param {Hackathon} hackathon @returns {Entry} */
export const entryOf = ({ id, slug, title, organization }) => ({ key: `h:${id}`, group: "hackathons", icon: "calendar-days", name: title, more: organization?.name, href: `/hackathons/${slug}` });

/** @returns {Entry[]} */
function teams() {
  const known = memberships.value;
  return myTeams.value.map(({ id, name, mentored }) => ({
    key: `t:${id}`, group: "teams", icon: mentored ? "heart-handshake" : "users-round", name, more: mentored ? text.mentored : undefined, href: `/teams/${id}`,
    unread: known ? unreadIn(known, `team/${id}/chat`) : 0,
  }));
}

/** @returns {Entry[]} */
function mine() {
  const known = memberships.value;
  if (!known) return [];
  return known.hackathons.flatMap(({ id, slug, title, registration, roles = [] }) => {
    const base = `/hackathons/${slug}`;
    const inside = roles.length > 0 || ["REGISTERED", "CHECKED_IN"].includes(registration?.status ?? "");
    /** @type {Entry[]} */
    const entries = [{ key: `h:${id}`, group: "hackathons", icon: "calendar-days", name: title, href: base }];
    if (inside) entries.push({ key: `c:${id}`, group: "hackathons", icon: "hash", name: text.chat(title), href: `${base}/chat`, unread: unreadIn(known, `hackathon/${id}/chat`) });
    if (roles.includes("ORGANIZER")) entries.push({ key: `o:${id}`, group: "hackathons", icon: "layout-dashboard", name: text.organize(title), href: `${base}/organize` });
    if (roles.includes("JUDGE")) entries.push({ key: `j:${id}`, group: "hackathons", icon: "gavel", name: text.judge(title), href: `${base}/judge` });
    return entries;
  });
}

/** @returns {Entry[]} */
function pages() {
  const own = [
    page("/me", titles.me, "user"),
    page("/inbox", titles.inbox, "inbox"),
    page("/me/settings", titles.settings, "settings", text.words.settings),
    page("/organize", titles.organize, "plus", text.words.organize),
  ];
  const guest = [page("/sign-in", titles.signIn, "user"), page("/sign-up", titles.signUp, "user-plus")];
  return [page("/", titles.front, "house", text.words.front), page("/hackathons", titles.hackathons, "list"), ...(session.signedIn ? own : guest)];
}

/** @param {string} href @param {string} name @param {string} icon @param {string} [words] @returns {Entry} */
const page = (href, name, icon, words) => ({ key: `p:${href}`, group: "pages", name, icon, words, href });

/** @returns {Entry[]} */
function actions() {
  /** @type {Entry[]} */
  const all = [
    ...THEMES.map((it) => action(`theme-${it}`, text.actions[it], THEME_ICON[it], () => chooseTheme(it), text.words.theme)),
    ...LANGUAGES.filter(([key]) => key !== language).map(([key, name]) => action(`speak-${key}`, text.actions.speak(name), "languages", () => speak(key))),
    action("help", text.actions.help, "keyboard", openHelp),
  ];
  return session.signedIn ? [...all, action("out", text.actions.signOut, "log-out", () => void signOut())] : all;
}

/** @param {string} key @param {string} name @param {string} icon @param {() => void} act @param {string} [words] @returns {Entry} */
const action = (key, name, icon, act, words) => ({ key: `a:${key}`, group: "actions", name, icon, act, words });
