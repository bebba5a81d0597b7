// @ts-check
/** @import { Hackathon, Page, Registration, Scorecard, Team, Update } from "./types.js" */
import { allPages } from "./all-pages.js";
import { api } from "../app/services.js";

const at = (/** @type {string} */ id) => `/hackathons/${encodeURIComponent(id)}`;

export const hackathons = {
  /** @param {Record<string, any>} query @returns {Promise<Page<Hackathon>>} */
  list: (query) => api.get("/hackathons", query),
  /** @param {{q: string} & Record<string, any>} query @returns {Promise<Page<Hackathon>>} */
  search: (query) => api.get("/hackathons/search", query),
  /** @param {string} id @returns {Promise<Hackathon>} */
  get: (id) => api.get(at(id)),
  /** @param {string} id @returns {Promise<{body: Hackathon, etag?: string}>} */
  getVersioned: (id) => api.exchange("GET", at(id), {}),
  /** @param {any} body @param {string} key @returns {Promise<Hackathon>} */
  create: (body, key) => api.post("/hackathons", body, key),
  /** @param {string} id @param {any} body @param {string} [etag] @returns {Promise<Hackathon>} */
  replace: (id, body, etag) => api.put(at(id), body, etag),
  /** @param {string} id @param {{to: string, reason?: string, registrationEnd?: string}} body @returns {Promise<Hackathon>} */
  transition: (id, body) => api.post(`${at(id)}/transitions`, body),

  /** @param {string} id @returns {Promise<Registration>} */
  register: (id) => api.post(`${at(id)}/register`, {}),
  /** @param {string} id */
  withdraw: (id) => api.delete(`${at(id)}/register`),
  /** @param {string} id @param {Record<string, any>} [query] @returns {Promise<Page<Registration>>} */
  registrations: (id, query) => api.get(`${at(id)}/registrations`, query),
  /** Those who are there, by name. @param {string} id @param {string} q @returns {Promise<{items: import("./types.js").Card[]}>} */
  people: (id, q) => api.get(`${at(id)}/people`, { q }),
  /** @param {string} id @param {string} userId */
  checkIn: (id, userId) => api.put(`${at(id)}/registrations/${userId}`, { status: "CHECKED_IN" }),

  /** @param {string} id @param {Record<string, any>} [query] @returns {Promise<Page<Team>>} */
  teams: (id, query) => api.get(`${at(id)}/teams`, query),
  /** @param {string} id @param {Record<string, any>} [query] @returns {Promise<Page<any>>} */
  projects: (id, query) => api.get(`${at(id)}/projects`, query),

  /** @param {string} id */
  staff: (id) => api.get(`${at(id)}/staff`),
  /** @param {string} id @param {{email?: string, username?: string, roles: string[]}} body */
  addStaff: (id, body) => api.post(`${at(id)}/staff`, body),
  /** @param {string} id @param {string} userId */
  removeStaff: (id, userId) => api.delete(`${at(id)}/staff/${userId}`),

  /** @param {string} id @param {Record<string, any>} [query] @returns {Promise<Page<Update>>} */
  updates: (id, query) => api.get(`${at(id)}/updates`, query),
  /** @param {string} id @returns {Promise<import("./types.js").Statistics>} */
  statistics: (id) => api.get(`${at(id)}/statistics`),
  /** @param {string} id @param {any} body @param {string} key @returns {Promise<Update>} */
  announce: (id, body, key) => api.post(`${at(id)}/updates`, body, key),
  /** @param {string} id @param {string} updateId @param {any} body */
  editUpdate: (id, updateId, body) => api.put(`${at(id)}/updates/${updateId}`, body),
  /** @param {string} id @param {string} updateId */
  withdrawUpdate: (id, updateId) => api.delete(`${at(id)}/updates/${updateId}`),

  /** @param {string} id @returns {Promise<{teamId: string, name: string, started: boolean, complete: boolean}[]>} */
  assignments: (id) => allPages((query) => api.get(`${at(id)}/assignments`, query)),
  /** @param {string} id @returns {Promise<Scorecard[]>} */
  scores: (id) => allPages((query) => api.get(`${at(id)}/scores`, query)),
  /** @param {string} id */
  freeze: (id) => api.post(`${at(id)}/freeze`),
  /** @param {string} id */
  unfreeze: (id) => api.post(`${at(id)}/unfreeze`),
  /** @param {string} id @param {{waived: {judgeId?: string, teamId?: string}[], sharedRanks: string[][]}} body */
  finalize: (id, body) => api.post(`${at(id)}/results/finalize`, body),
  /** @param {string} id */
  publishResults: (id) => api.post(`${at(id)}/results/publish`),
};
