// @ts-check
import { plain } from "../markdown/markdown.js";

/** @typedef {import("../api/types.js").Project & {teamId: string, teamName: string}} Exhibit */

/** The first paragraph, as one line: what a card says. @param {string | undefined} description */
export function pitchOf(description) {
  const [first = ""] = (description ?? "").trim().split(/\n\s*\n/);
  return plain(first);
}

/** What comes after the pitch. @param {string | undefined} description */
export function restOf(description) {
  return (description ?? "").trim().split(/\n\s*\n/).slice(1).join("\n\n");
}

/**
 * Those that hold every word and are in the track.
 * @param {Exhibit[]} projects @param {{words?: string, track?: string}} filter
 */
export function fitting(projects, { words = "", track = "" }) {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return projects.filter((it) => {
    if (track && !it.trackIds?.includes(track)) return false;
    const said = `${it.name} ${it.teamName} ${it.description}`.toLocaleLowerCase();
    return wanted.every((word) => said.includes(word));
  });
}
