// @ts-check
/** Words as they are compared: without accents, without case. @param {string} words */
export const folded = (words) => words.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
