// @ts-check

/** The colour that stays with somebody or something, as the class that says it to the style sheets. @param {string} id */
export function hueOf(id) {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.charCodeAt(0)) >>> 0;
  return `hue--${sum % 8}`;
}
