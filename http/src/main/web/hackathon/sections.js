// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html } from "lit";
import { isOrganizer } from "../hackathons/organizers.js";
import { text } from "./text.js";

/**
 * @typedef {object} Section
 * @property {string} name
 * @property {string} title
 * @property {string} path
 * @property {() => Promise<any>} load
 * @property {(hackathon: Hackathon) => unknown} view
 */

/** What this reader may see of it: the server decides, this only does not offer what would be refused. @param {Hackathon} hackathon @returns {Section[]} */
export function sectionsOf(hackathon) {
  const { me, status } = hackathon;
  const organizer = isOrganizer(hackathon);
  const takesPart = ["REGISTERED", "CHECKED_IN"].includes(me?.registration?.status ?? "");
  const inside = takesPart || (me?.roles?.length ?? 0) > 0 || organizer;
  const started = ["ACTIVE", "JUDGING", "COMPLETED"].includes(status);
  return [
    section("about", "", () => import("./about.js"), (it) => html`<hh-about .hackathon=${it}></hh-about>`),
    section("teams", "/teams", () => import("../team/teams.js"), (it) => html`<hh-teams .hackathon=${it}></hh-teams>`),
    ...(started ? [section("projects", "/projects", () => import("../project/gallery.js"), (it) => html`<hh-gallery .hackathon=${it}></hh-gallery>`)] : []),
    section("announcements", "/announcements", () => import("../announcements/announcements.js"), (it) => html`<hh-announcements .hackathon=${it} ?organizer=${organizer}></hh-announcements>`),
    ...(started ? [section("leaderboard", "/leaderboard", () => import("../board/leaderboard-section.js"), (it) => html`<hh-leaderboard-section .hackathon=${it} ?organizer=${organizer}></hh-leaderboard-section>`)] : []),
    ...(inside ? [section("chat", "/chat", () => import("./hackathon-chat.js"), (it) => html`<hh-hackathon-chat .hackathon=${it} ?organizer=${organizer}></hh-hackathon-chat>`)] : []),
    ...(me?.roles?.includes("JUDGE") ? [section("judge", "/judge", () => import("../judge/judge.js"), (it) => html`<hh-judge .hackathon=${it}></hh-judge>`)] : []),
    ...(me?.roles?.includes("MENTOR") ? [section("mentoring", "/mentoring", () => import("../mentor/mentoring.js"), (it) => html`<hh-mentoring .hackathon=${it}></hh-mentoring>`)] : []),
    ...(organizer || me?.roles?.includes("CHECKIN") ? [section("organize", "/organize", () => import("../organize/organize.js"), (it) => html`<hh-organize .hackathon=${it} ?organizer=${organizer}></hh-organize>`)] : []),
  ];
}

/** @param {keyof typeof text.sections} name @param {string} path @param {() => Promise<any>} load @param {(hackathon: Hackathon) => unknown} view @returns {Section} */
function section(name, path, load, view) {
  return { name, title: text.sections[name], path, load, view };
}
