// @ts-check
/** @import { Invitation, Project, Team } from "./types.js" */
import { api } from "../app/services.js";
import { Http } from "./http.js";

/** As anybody sees it, whoever is signed in. */
const anybody = new Http({ token: async () => null, refresh: async () => false });

const at = (/** @type {string} */ id) => `/teams/${encodeURIComponent(id)}`;

export const teams = {
  /** @param {{hackathonId: string, name: string, description?: string, lookingFor?: string[]}} body @param {string} key @returns {Promise<Team>} */
  create: (body, key) => api.post("/teams/create", body, key),
  /** @param {string} id @returns {Promise<Team>} */
  get: (id) => api.get(at(id)),
  /** @param {string} id @returns {Promise<{body: Team, etag?: string}>} */
  getVersioned: (id) => api.exchange("GET", at(id), {}),
  /** @param {string} id @param {{name: string, description?: string, lookingFor: string[]}} body @param {string} [etag] @returns {Promise<Team>} */
  replace: (id, body, etag) => api.put(at(id), body, etag),
  /** @param {string} id @param {string} userId */
  transfer: (id, userId) => api.post(`${at(id)}/transfer`, { userId }),
  /** @param {string} invitationCode @returns {Promise<Team>} */
  join: (invitationCode) => api.post("/teams/join", { invitationCode }),
  /** Removing oneself is leaving. @param {string} id @param {string} userId */
  removeMember: (id, userId) => api.delete(`${at(id)}/members/${userId}`),
  /** @param {string} id @param {string} [userId] @returns {Promise<{id: string, invitationCode: string, expiresAt: string}>} */
  invite: (id, userId) => api.post(`${at(id)}/invitations`, userId ? { userId } : {}),
  /** Those that still open the door; a code itself is shown once, when it is made. @param {string} id @returns {Promise<{items: Invitation[]}>} */
  invitations: (id) => api.get(`${at(id)}/invitations`),
  /** @param {string} id @param {string} invitationId */
  revoke: (id, invitationId) => api.delete(`${at(id)}/invitations/${invitationId}`),
  /** @param {string} id @param {string} userId */
  addMentor: (id, userId) => api.put(`${at(id)}/mentors/${userId}`),
  /** @param {string} id @param {string} userId */
  removeMentor: (id, userId) => api.delete(`${at(id)}/mentors/${userId}`),
  /** @param {string} id @returns {Promise<Project>} */
  project: (id) => api.get(`${at(id)}/project`),
  /** @param {string} id @param {boolean} [fresh] from the server itself @returns {Promise<{body: Project, etag?: string}>} */
  projectVersioned: (id, fresh = false) => api.exchange("GET", `${at(id)}/project`, { fresh }),
  /** What was handed in, which everybody may see. @param {string} id @returns {Promise<Project>} */
  submitted: (id) => anybody.get(`${at(id)}/project`),
  /** @param {string} id @param {any} body @param {string} [etag] @returns {Promise<{body: Project, etag?: string}>} */
  saveProject: (id, body, etag) => api.exchange("PUT", `${at(id)}/project`, { body, headers: etag ? { "If-Match": etag } : {} }),
  /** @param {string} id @returns {Promise<Project>} */
  submit: (id) => api.post(`${at(id)}/project/submit`),
  /** @param {string} id */
  withdraw: (id) => api.post(`${at(id)}/project/withdraw`),
};
