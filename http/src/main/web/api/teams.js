// @ts-check
/** @import { Project, Team } from "./types.js" */
import { api } from "../app/services.js";

const at = (/** @type {string} */ id) => `/teams/${encodeURIComponent(id)}`;

export const teams = {
  /** @param {{hackathonId: string, name: string, description?: string, lookingFor?: string[]}} body @param {string} key @returns {Promise<Team>} */
  create: (body, key) => api.post("/teams/create", body, key),
  /** @param {string} id @returns {Promise<Team>} */
  get: (id) => api.get(at(id)),
  /** @param {string} id @param {string} userId */
  transfer: (id, userId) => api.post(`${at(id)}/transfer`, { userId }),
  /** @param {string} invitationCode @returns {Promise<Team>} */
  join: (invitationCode) => api.post("/teams/join", { invitationCode }),
  /** Removing oneself is leaving. @param {string} id @param {string} userId */
  removeMember: (id, userId) => api.delete(`${at(id)}/members/${userId}`),
  /** @param {string} id @param {string} [userId] @returns {Promise<{id: string, invitationCode: string, expiresAt: string}>} */
  invite: (id, userId) => api.post(`${at(id)}/invitations`, userId ? { userId } : {}),
  /** @param {string} id @param {string} userId */
  addMentor: (id, userId) => api.put(`${at(id)}/mentors/${userId}`),
  /** @param {string} id @param {string} userId */
  removeMentor: (id, userId) => api.delete(`${at(id)}/mentors/${userId}`),
  /** @param {string} id @returns {Promise<Project>} */
  project: (id) => api.get(`${at(id)}/project`),
  /** @param {string} id @param {any} body @returns {Promise<Project>} */
  saveProject: (id, body) => api.put(`${at(id)}/project`, body),
  /** @param {string} id @returns {Promise<Project>} */
  submit: (id) => api.post(`${at(id)}/project/submit`),
  /** @param {string} id */
  withdraw: (id) => api.post(`${at(id)}/project/withdraw`),
};
