// @ts-check
/** @import { User } from "./types.js" */
import { api } from "../app/services.js";

/** @typedef {{interests: string[], experience?: string, availability?: string, notifications: Record<string, boolean>}} Preferences */
/** @typedef {User & {githubUsername?: string, linkedinUrl?: string, preferences: Preferences}} Profile */

export const profile = {
  /** @returns {Promise<{body: Profile, etag?: string}>} */
  get: () => api.exchange("GET", "/users/profile", {}),
  /** @param {any} body @param {string} [etag] @returns {Promise<{body: Profile, etag?: string}>} */
  write: (body, etag) => put("/users/profile", body, etag),
  /** @param {string[]} skills @param {string} [etag] @returns {Promise<{body: Profile, etag?: string}>} */
  writeSkills: (skills, etag) => put("/users/skills", { skills }, etag),
};

/** @param {string} path @param {any} body @param {string} [etag] */
const put = (path, body, etag) => api.exchange("PUT", path, { body, headers: etag ? { "If-Match": etag } : {} });
