// @ts-check
/** @import { Registration } from "../api/types.js" */

/** What a spreadsheet would take for a formula; people write their own names, and a table must not do as they say. */
const FORMULA = /^[=+\-@\t\r]/;

/** A table as text, for a spreadsheet. @param {string[]} head @param {(string | number | undefined)[][]} rows */
export function csvOf(head, rows) {
  // The mark makes spreadsheets read it as UTF-8.
  return "\ufeff" + [head, ...rows].map((row) => row.map(cell).join(",")).join("\r\n") + "\r\n";
}

/** @param {string | number | undefined} value */
function cell(value) {
  if (typeof value === "number") return String(value);
  const text = value ?? "";
  const safe = FORMULA.test(text.trimStart()) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {Registration[]} registrations @param {string[]} head */
export function registrationsCsv(registrations, head) {
  return csvOf(head, registrations.map(({ user, status, position, registeredAt, teamId }) => [user.fullName, user.username, status, position, registeredAt, teamId, (user.skills ?? []).join("; ")]));
}

/** Gives it to the reader as a file. @param {string} name @param {string} content */
export function download(name, content) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
