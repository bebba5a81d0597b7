// @ts-check
/** @import { Card, Scorecard } from "../api/types.js" */

/**
 * How far judging is: each judge scores each submitted project.
 * @typedef {"done" | "draft" | "open"} State
 * @typedef {{judge: Card, done: number, draft: number, open: number, states: State[]}} Row
 */

/**
 * @param {Card[]} judges @param {{id: string, name: string}[]} projects by team @param {Scorecard[]} scores
 * @returns {{rows: Row[], missing: number[], done: number, all: number}} `missing`: how many reviews each project lacks
 */
export function judgingProgress(judges, projects, scores) {
  const cards = new Map(scores.map((card) => [`${card.judgeId} ${card.teamId}`, card]));
  const rows = judges.map((judge) => {
    const states = projects.map(({ id }) => stateOf(cards.get(`${judge.id} ${id}`)));
    const count = (/** @type {State} */ wanted) => states.filter((it) => it === wanted).length;
    return { judge, states, done: count("done"), draft: count("draft"), open: count("open") };
  });
  const missing = projects.map((_, i) => rows.filter(({ states }) => states[i] !== "done").length);
  return { rows, missing, done: rows.reduce((sum, row) => sum + row.done, 0), all: judges.length * projects.length };
}

/** @param {Scorecard | undefined} card @returns {State} */
function stateOf(card) {
  return !card ? "open" : card.complete ? "done" : "draft";
}
