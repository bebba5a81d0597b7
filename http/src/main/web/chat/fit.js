// @ts-check
const MOST_PX = 220;

/** As high as its text, up to a bound. @param {HTMLTextAreaElement} box */
export function fit(box) {
  box.style.height = "auto";
  box.style.height = `${Math.min(box.scrollHeight + 2, MOST_PX)}px`;
}
