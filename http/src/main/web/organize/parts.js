// @ts-check
/** @import { Hackathon } from "../api/types.js" */
import { html } from "lit";
import { text } from "./text.js";

/**
 * The desk's parts, each at an address of its own.
 * @typedef {{name: string, title: string, icon: string, load: () => Promise<any>, view: (hackathon: Hackathon) => unknown}} Part
 */

/** @type {Part[]} */
const PARTS = [
  { name: "", title: text.parts.life, icon: "flag", load: () => import("./transitions.js"), view: (it) => html`<hh-transitions .hackathon=${it}></hh-transitions>` },
  { name: "dashboard", title: text.parts.dashboard, icon: "chart-line", load: () => import("../dashboard/dashboard.js"), view: (it) => html`<hh-dashboard .hackathon=${it}></hh-dashboard>` },
  { name: "registrations", title: text.parts.registrations, icon: "users", load: () => import("./registrations.js"), view: (it) => html`<hh-registrations .hackathon=${it}></hh-registrations>` },
  { name: "staff", title: text.parts.staff, icon: "user-plus", load: () => import("./staff.js"), view: (it) => html`<hh-staff .hackathon=${it}></hh-staff>` },
  { name: "submissions", title: text.parts.submissions, icon: "rocket", load: () => import("./submissions.js"), view: (it) => html`<hh-submissions .hackathon=${it}></hh-submissions>` },
  { name: "judging", title: text.parts.judging, icon: "gavel", load: () => import("./judging.js"), view: (it) => html`<hh-judging .hackathon=${it}></hh-judging>` },
  { name: "settings", title: text.parts.settings, icon: "settings", load: () => import("./settings.js"), view: (it) => html`<hh-organize-settings .hackathon=${it}></hh-organize-settings>` },
];

/** @type {Part[]} */
const DOOR = [{ name: "registrations", title: text.parts.registrations, icon: "users", load: () => import("./door.js"), view: (it) => html`<hh-door .hackathon=${it}></hh-door>` }];

/** What somebody may see of it: at the door one finds people, and lets them in. @param {boolean} organizer */
export const partsFor = (organizer) => (organizer ? PARTS : DOOR);

/** Which part an address means. @param {string} path */
export const partOf = (path) => path.split("/")[4] ?? "";
