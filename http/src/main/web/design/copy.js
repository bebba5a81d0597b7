// @ts-check
import { text } from "./text.js";
import { toast } from "./toast.js";

/** Puts words where they can be pasted from; says so where the browser does not let us. @param {string} what @returns {Promise<boolean>} */
export async function copy(what) {
  try {
    await navigator.clipboard.writeText(what);
    return true;
  } catch {
    // Not asked for, refused, or the page came without encryption.
    toast(text.noCopy);
    return false;
  }
}
