// CSV files for spreadsheets: UTF-8 with byte order mark, and no cell that would run as a formula.

const NUMBER = /^-?\d+(?:\.\d+)?$/;
const RUNS = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠]/;

/**
 * Format rows as CSV (RFC 4180). A text that a spreadsheet would run as a formula gets an apostrophe; numbers stay.
 * @param {string[][]} rows
 * @returns {string}
 */
export function csv(rows) {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/**
 * @param {string} text
 * @returns {string}
 */
function cell(text) {
  const runs = RUNS.test(text) && !NUMBER.test(text);
  const safe = runs || /^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",\r\n\t]/.test(safe) ? `"${safe.split('"').join('""')}"` : safe;
}

/**
 * Offer a text as a file to save.
 * @param {string} name
 * @param {string} text
 */
export function save(name, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
