// @ts-check
/** @import { Card, Memberships } from "./types.js" */
import { api } from "../app/services.js";

/** @type {Map<string, Promise<Card>>} */
const cards = new Map();

export const people = {
  /** @returns {Promise<Memberships>} */
  memberships: () => api.get("/users/me/memberships"),
  /** A card, asked for once. @param {string} id @returns {Promise<Card>} */
  card: (id) => {
    const known = cards.get(id) ?? api.get(`/users/${id}`);
    cards.set(id, known);
    known.catch(() => cards.delete(id));
    return known;
  },
};

export const organizations = {
  /** @param {any} body @param {string} key */
  create: (body, key) => api.post("/organizations", body, key),
  /** For platform admins. @param {Record<string, any>} query @returns {Promise<import("./types.js").Page<import("./types.js").Organization>>} */
  list: (query) => api.get("/organizations", query),
  /** For platform admins. @param {string} organizationId @param {string} status @param {string} [reason] */
  verify: (organizationId, status, reason) => api.post("/organizations/verify", { organizationId, status, ...(reason ? { reason } : {}) }),
};
