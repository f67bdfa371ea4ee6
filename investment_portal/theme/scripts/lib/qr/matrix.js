// The matrix of modules: function patterns, and the codewords between them.
import { alignments, sizeOf } from "./versions.js";

/** @typedef {{size: number, dark: Uint8Array, fixed: Uint8Array}} Field Rows one after another; fixed modules carry no data. */

/**
 * Create the matrix of a version with its function patterns; format and version areas stay light.
 * @param {number} version
 * @returns {Field}
 */
export function patterns(version) {
  const size = sizeOf(version);
  const field = { size, dark: new Uint8Array(size * size), fixed: new Uint8Array(size * size) };
  for (let at = 8; at < size - 8; at++) {
    set(field, 6, at, at % 2 === 0);
    set(field, at, 6, at % 2 === 0);
  }
  for (const [row, column] of [
    [3, 3],
    [3, size - 4],
    [size - 4, 3],
  ])
    rings(field, row, column, 4, (ring) => ring !== 2 && ring !== 4);
  const middles = alignments(version);
  const last = middles.length - 1;
  middles.forEach((row, down) =>
    middles.forEach((column, across) => {
      const corner = (down === 0 && (across === 0 || across === last)) || (down === last && across === 0);
      if (!corner) rings(field, row, column, 2, (ring) => ring !== 1);
    }),
  );
  for (const [, places] of formatPlaces(size)) for (const [row, column] of places) set(field, row, column, false);
  set(field, size - 8, 8, false);
  if (version >= 7) for (const [row, column] of versionPlaces(size)) set(field, row, column, false);
  return field;
}

/**
 * Place codewords in the free modules, two columns at a time from the right, up and down in turn.
 * @param {Field} field
 * @param {Uint8Array} words
 */
export function place(field, words) {
  const { size, dark, fixed } = field;
  let bit = 0;
  let up = true;
  for (let right = size - 1; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step++) {
      const row = up ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        const at = row * size + column;
        if (fixed[at]) continue;
        dark[at] = ((words[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1;
        bit++;
      }
    }
  }
}

/**
 * Write the format information, and from version 7 on the version information.
 * @param {Field} field
 * @param {number} version
 * @param {import("./versions.js").Level} level
 * @param {number} mask
 */
export function sign(field, version, level, mask) {
  const information = ((level === "L" ? 0b01 : 0b00) << 3) | mask;
  const format = ((information << 10) | remainder(information << 10, 0x537, 10)) ^ 0x5412;
  for (const [bit, places] of formatPlaces(field.size))
    for (const [row, column] of places) set(field, row, column, Boolean((format >> bit) & 1));
  set(field, field.size - 8, 8, true);
  if (version < 7) return;
  const number = (version << 12) | remainder(version << 12, 0x1f25, 12);
  versionPlaces(field.size).forEach(([row, column], at) => set(field, row, column, Boolean((number >> (at >> 1)) & 1)));
}

/**
 * @param {number} value
 * @param {number} divisor
 * @param {number} degree
 */
function remainder(value, divisor, degree) {
  for (let bit = 31; bit >= degree; bit--) if ((value >>> bit) & 1) value ^= divisor << (bit - degree);
  return value;
}

/**
 * @param {Field} field
 * @param {number} row
 * @param {number} column
 * @param {boolean} isDark
 */
function set({ size, dark, fixed }, row, column, isDark) {
  dark[row * size + column] = Number(isDark);
  fixed[row * size + column] = 1;
}

/**
 * @param {Field} field
 * @param {number} row
 * @param {number} column
 * @param {number} reach
 * @param {(ring: number) => boolean} isDark
 */
function rings(field, row, column, reach, isDark) {
  for (let down = -reach; down <= reach; down++)
    for (let across = -reach; across <= reach; across++) {
      const [y, x] = [row + down, column + across];
      if (y >= 0 && x >= 0 && y < field.size && x < field.size)
        set(field, y, x, isDark(Math.max(Math.abs(down), Math.abs(across))));
    }
}

/**
 * The two places of each bit of the format.
 * @param {number} size
 * @returns {[number, [number, number][]][]}
 */
function formatPlaces(size) {
  return Array.from({ length: 15 }, (_, bit) => {
    const other = bit < 6 ? bit : bit < 8 ? bit + 1 : size - 15 + bit;
    const above = bit < 8 ? size - 1 - bit : bit === 8 ? 7 : 14 - bit;
    return [
      bit,
      [
        [other, 8],
        [8, above],
      ],
    ];
  });
}

/**
 * The places of the version's bits, two for each bit in turn.
 * @param {number} size
 * @returns {[number, number][]}
 */
function versionPlaces(size) {
  return Array.from({ length: 18 }, (_, bit) => {
    const [long, across] = [Math.floor(bit / 3), size - 11 + (bit % 3)];
    return /** @type {[number, number][]} */ ([
      [long, across],
      [across, long],
    ]);
  }).flat();
}
