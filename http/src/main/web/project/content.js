// @ts-check
/** @import { Project } from "../api/types.js" */

/** What a team writes of its project. @typedef {{name: string, description: string, repositoryUrl: string, demoUrl: string, trackIds: string[]}} Content */

/** @type {(keyof Content)[]} */
export const FIELDS = ["name", "description", "repositoryUrl", "demoUrl", "trackIds"];

/** @type {Content} */
export const NOTHING = { name: "", description: "", repositoryUrl: "", demoUrl: "", trackIds: [] };

/** @param {Project | null} project @returns {Content} */
export function contentOf(project) {
  if (!project) return NOTHING;
  const { name, description, repositoryUrl = "", demoUrl = "", trackIds = [] } = project;
  return { name, description, repositoryUrl, demoUrl, trackIds };
}

/** As the server wants it. @param {Content} content */
export function bodyOf({ name, description, repositoryUrl, demoUrl, trackIds }) {
  return { name: name.trim(), description, repositoryUrl: repositoryUrl.trim() || undefined, demoUrl: demoUrl.trim() || undefined, trackIds };
}

/** @param {Content} a @param {Content} b @param {keyof Content} field */
const differs = (a, b, field) => (field === "trackIds" ? a.trackIds.toSorted().join("\n") !== b.trackIds.toSorted().join("\n") : a[field].trim() !== b[field].trim());

/** The fields in which they differ. @param {Content} a @param {Content} b */
export const differences = (a, b) => FIELDS.filter((field) => differs(a, b, field));

/**
 * Two who changed the same thing: each keeps what only one of them changed; where both did, it is mine for now, and named.
 * @param {Content} base what both began with @param {Content} mine @param {Content} theirs
 */
export function merge(base, mine, theirs) {
  const clashes = differences(mine, theirs).filter((field) => differs(base, mine, field) && differs(base, theirs, field));
  const ours = FIELDS.filter((field) => differs(base, mine, field));
  return { merged: { ...theirs, ...pick(mine, ours) }, clashes };
}

/** @param {Content} content @param {(keyof Content)[]} fields @returns {Partial<Content>} */
export const pick = (content, fields) => Object.fromEntries(fields.map((field) => [field, content[field]]));

/** What has changed since, with the words that a description grew or shrank by. @param {Content} before @param {Content} after */
export function changes(before, after) {
  return differences(before, after).map((field) => ({ field, words: field === "description" ? wordsOf(after.description) - wordsOf(before.description) : 0 }));
}

/** @param {string} text */
export const wordsOf = (text) => text.split(/\s+/).filter(Boolean).length;
