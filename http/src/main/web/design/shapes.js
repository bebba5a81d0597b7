// @ts-check
/** The shapes of the icons, by name. What is served under this address is made of the icon package, by `design/icons.txt`. @type {Record<string, unknown>} */
export const shapes = {};
