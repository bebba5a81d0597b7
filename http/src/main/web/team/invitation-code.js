// @ts-check

/** @typedef {{team: string}} Invitation */

/**
 * The team that an invitation's code opens: its first half. Null where it cannot be a whole code.
 * @param {string} code @returns {Invitation | null}
 */
export function readCode(code) {
  if (!/^[\w-]{43}$/.test(code)) return null;
  const bytes = atob(code.replaceAll("-", "+").replaceAll("_", "/"));
  const hex = Array.from(bytes.slice(0, 16), (byte) => byte.charCodeAt(0).toString(16).padStart(2, "0")).join("");
  return { team: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5") };
}
