// Tables as people keep them: commas, semicolons or tabs, quotes, UTF-8 with or without its mark, GBK.

/** @typedef {{line: number, cells: string[]}} Row A row with the line of the file in which it begins. */

const SEPARATORS = [",", ";", "\t", "，", "；"];

/**
 * Decode a file: UTF-8 where it is that, else GBK, as Chinese spreadsheets save.
 * @param {ArrayBuffer} bytes
 * @returns {string | null} null where it is neither
 */
export function decode(bytes) {
  const start = new Uint8Array(bytes.slice(0, 2));
  const utf16 = { "255,254": "utf-16le", "254,255": "utf-16be" }[start.join(",")];
  for (const encoding of utf16 ? [utf16] : ["utf-8", "gb18030"])
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes("\0")) return text;
    } catch {
      // Not of this encoding: the next one is tried.
    }
  return null;
}

/**
 * Split a table into rows; blank rows are left out.
 * @param {string} text
 * @returns {Row[]}
 */
export function rowsOf(text) {
  const plain = text.replace(/^\ufeff/, "").replace(/\r\n?/g, "\n");
  const separator = separatorOf(plain);
  /** @type {Row[]} */
  const rows = [];
  let [cells, cell, quoted, line, first] = [/** @type {string[]} */ ([]), "", false, 1, 1];
  const end = () => {
    cells.push(cell.trim());
    if (cells.some((text) => text !== "")) rows.push({ line: first, cells });
    [cells, cell, first] = [[], "", line];
  };
  for (let at = 0; at < plain.length; at++) {
    const sign = plain[at];
    if (sign === "\n") line += 1;
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (plain[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (sign === '"' && cell.trim() === "") [quoted, cell] = [true, ""];
    else if (sign === separator) {
      cells.push(cell.trim());
      cell = "";
    } else if (sign === "\n") end();
    else cell += sign;
  }
  end();
  return rows;
}

/**
 * Return the separator that stands most often in the first line outside of quotes.
 * @param {string} text
 */
function separatorOf(text) {
  const first = text.split("\n").find((line) => line.trim() !== "") ?? "";
  const bare = first.replace(/"[^"]*"/g, "");
  const counts = SEPARATORS.map((separator) => bare.split(separator).length - 1);
  return SEPARATORS[counts.indexOf(Math.max(...counts))];
}
