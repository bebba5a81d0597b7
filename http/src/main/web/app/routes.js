// @ts-check
import { html } from "lit";
import { match } from "./router.js";
import { text } from "./text.js";

const { titles } = text;

/**
 * @typedef {object} Route
 * @property {string} path
 * @property {string} title
 * @property {() => Promise<any>} load
 * @property {(parameters: Record<string, string>) => unknown} view
 * @property {boolean} [signedIn]   only for those who are
 * @property {"bare" | "full"} [frame]  without the bar; the whole height
 * @property {string} [page]        routes with the same name are views of one page, which stays
 */

const hackathon = () => import("../hackathon/hackathon-page.js");
/** One template for all of its sections: another would be another page, loaded anew. @param {string} slug @param {string} section */
const hackathonPage = (slug, section) => html`<hh-hackathon-page slug=${slug} section=${section}></hh-hackathon-page>`;
const SECTIONS = ["teams", "projects", "announcements", "leaderboard", "chat", "organize", "judge", "mentoring"];
/** The parts of the organizers' desk. */
const DESK = ["dashboard", "registrations", "staff", "submissions", "judging", "settings"];

/** @type {Route[]} */
const routes = [
  { path: "/", title: titles.front, load: () => import("../hackathons/front-page.js"), view: () => html`<hh-front-page></hh-front-page>` },
  { path: "/hackathons", title: titles.hackathons, load: () => import("../hackathons/hackathons-page.js"), view: () => html`<hh-hackathons-page></hh-hackathons-page>` },
  { path: "/sign-in", title: titles.signIn, load: () => import("../auth/sign-in-page.js"), view: () => html`<hh-sign-in-page></hh-sign-in-page>` },
  { path: "/sign-up", title: titles.signUp, load: () => import("../auth/sign-up-page.js"), view: () => html`<hh-sign-up-page></hh-sign-up-page>` },
  { path: "/forgot-password", title: titles.forgotPassword, load: () => import("../auth/forgot-password-page.js"), view: () => html`<hh-forgot-password-page></hh-forgot-password-page>` },
  { path: "/reset-password", title: titles.resetPassword, load: () => import("../auth/forgot-password-page.js"), view: () => html`<hh-reset-password-page></hh-reset-password-page>` },
  { path: "/verify-email", title: titles.verifyEmail, load: () => import("../auth/verify-email-page.js"), view: () => html`<hh-verify-email-page></hh-verify-email-page>`, signedIn: true },
  { path: "/hackathons/:slug", title: titles.hackathon, page: "hackathon", load: hackathon, view: ({ slug }) => hackathonPage(slug, "about") },
  ...SECTIONS.map((section) => ({
    path: `/hackathons/:slug/${section}`,
    title: titles.hackathon,
    page: "hackathon",
    load: hackathon,
    view: (/** @type {Record<string, string>} */ { slug }) => hackathonPage(slug, section),
  })),
  ...DESK.map((part) => ({
    path: `/hackathons/:slug/organize/${part}`,
    title: titles.organize,
    page: "hackathon",
    load: hackathon,
    view: (/** @type {Record<string, string>} */ { slug }) => hackathonPage(slug, "organize"),
    signedIn: true,
  })),
  { path: "/hackathons/:slug/projects/:teamId", title: titles.project, load: () => import("../project/public-page.js"), view: ({ slug, teamId }) => html`<hh-public-project slug=${slug} teamId=${teamId}></hh-public-project>` },
  { path: "/me/mentoring", title: titles.mentoring, load: () => import("../mentor/mentoring-page.js"), view: () => html`<hh-mentoring-page></hh-mentoring-page>`, signedIn: true },
  { path: "/admin", title: titles.admin, load: () => import("../admin/admin-page.js"), view: () => html`<hh-admin-page></hh-admin-page>`, signedIn: true },
  { path: "/design", title: titles.design, load: () => import("../components/components-page.js"), view: () => html`<hh-components-page></hh-components-page>` },
  { path: "/hackathons/:slug/edit", title: titles.edit, load: () => import("../organize/hackathon-form-page.js"), view: ({ slug }) => html`<hh-hackathon-form-page slug=${slug}></hh-hackathon-form-page>`, signedIn: true },
  { path: "/organize", title: titles.organize, load: () => import("../organize/hackathon-form-page.js"), view: () => html`<hh-hackathon-form-page></hh-hackathon-form-page>`, signedIn: true },
  { path: "/teams/:id", title: titles.team, load: () => import("../team/team-page.js"), view: ({ id }) => html`<hh-team-page teamId=${id}></hh-team-page>`, signedIn: true, frame: "full" },
  { path: "/teams/:id/project", title: titles.project, load: () => import("../project/project-page.js"), view: ({ id }) => html`<hh-project-page teamId=${id}></hh-project-page>`, signedIn: true },
  { path: "/join", title: titles.join, load: () => import("../team/join-page.js"), view: () => html`<hh-join-page></hh-join-page>` },
  { path: "/inbox", title: titles.inbox, load: () => import("../inbox/inbox-page.js"), view: () => html`<hh-inbox-page></hh-inbox-page>`, signedIn: true },
  { path: "/me", title: titles.me, load: () => import("../me/me-page.js"), view: () => html`<hh-me-page></hh-me-page>`, signedIn: true },
  { path: "/me/settings", title: titles.settings, load: () => import("../me/settings-page.js"), view: () => html`<hh-settings-page></hh-settings-page>`, signedIn: true },
  { path: "/screen/:slug", title: titles.screen, load: () => import("../screen/screen-page.js"), view: ({ slug }) => html`<hh-screen-page slug=${slug}></hh-screen-page>`, frame: "bare" },
];

/** @type {Route} */
const lost = { path: "", title: titles.lost, load: () => import("./not-found-page.js"), view: () => html`<hh-not-found-page></hh-not-found-page>` };

/** @param {string} path @returns {{route: Route, parameters: Record<string, string>}} */
export function routeOf(path) {
  for (const route of routes) {
    const parameters = match(route.path, path);
    if (parameters) return { route, parameters };
  }
  return { route: lost, parameters: {} };
}
