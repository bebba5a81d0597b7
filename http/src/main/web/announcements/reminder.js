// @ts-check
/** An announcement that another page has begun to write, until it is sent or the tab is closed. */
import { drafts } from "../app/services.js";
import { tab } from "../offline/device.js";

/** @typedef {{title: string, content: string, type: string, priority?: string, audience?: string}} Begun */

/** @param {string} hackathonId */
const nameOf = (hackathonId) => `reminder/${hackathonId}`;

/** @param {string} hackathonId @returns {Begun | null} */
export const reminder = (hackathonId) => drafts.of(nameOf(hackathonId), tab);

/** @param {string} hackathonId @param {Begun} begun */
export const beginReminder = (hackathonId, begun) => drafts.keep(nameOf(hackathonId), begun, tab);

/** @param {string} hackathonId */
export const forgetReminder = (hackathonId) => drafts.keep(nameOf(hackathonId), null, tab);
