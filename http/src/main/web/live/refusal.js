// @ts-check
/** @import { Refusal } from "./types.js" */

/** One of this client's own making: its words are the reader's already. @param {string} code @param {string} said @returns {Refusal} */
export const refusalOf = (code, said) => ({ code, message: said, said, retryable: false });
