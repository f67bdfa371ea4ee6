// What each size of QR code holds (ISO/IEC 18004, tables 9 and E.1), for the two lower levels of error correction.

/** @typedef {"L" | "M"} Level */

export const LARGEST = 40;

/** Correction codewords in each block, by version. @type {Record<Level, number[]>} */
const CORRECTION = {
  L: [
    7,
    10,
    15,
    20,
    26,
    18,
    20,
    24,
    30,
    18,
    20,
    24,
    26,
    30,
    22,
    24,
    28,
    30,
    28,
    28,
    28,
    28,
    30,
    30,
    26,
    28,
    ...Array(14).fill(30),
  ],
  M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, ...Array(19).fill(28)],
};

/** Blocks into which the codewords are divided, by version. @type {Record<Level, number[]>} */
const BLOCKS = {
  L: [
    1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19,
    20, 21, 22, 24, 25,
  ],
  M: [
    1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33,
    35, 37, 38, 40, 43, 45, 47, 49,
  ],
};

/**
 * How many modules a side has.
 * @param {number} version
 */
export const sizeOf = (version) => 17 + 4 * version;

/**
 * Centres of the alignment patterns, the same in both directions.
 * @param {number} version
 * @returns {number[]}
 */
export function alignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const last = sizeOf(version) - 7;
  // Even steps, the first of them the shorter one; version 32 alone is laid out otherwise.
  const step = version === 32 ? 26 : 2 * Math.ceil((last - 6) / (2 * (count - 1)));
  return [6, ...Array.from({ length: count - 1 }, (_, at) => last - step * (count - 2 - at))];
}

/**
 * How the codewords of a version are divided: blocks, correction in each, data in all.
 * @param {number} version
 * @param {Level} level
 */
export function division(version, level) {
  const size = sizeOf(version);
  const rows = alignments(version).length;
  const aligned = rows ? (rows * rows - 3) * 25 - 2 * (rows - 2) * 5 : 0;
  const fixed = 3 * 64 + 2 * (size - 16) + 31 + aligned + (version >= 7 ? 36 : 0);
  const all = Math.floor((size * size - fixed) / 8);
  const blocks = BLOCKS[level][version - 1];
  const correction = CORRECTION[level][version - 1];
  return { all, blocks, correction, data: all - blocks * correction };
}

/**
 * How many bits count the bytes that follow.
 * @param {number} version
 */
export const counterBits = (version) => (version < 10 ? 8 : 16);

/**
 * How many bytes of text a version holds.
 * @param {number} version
 * @param {Level} level
 */
export const room = (version, level) => Math.floor((division(version, level).data * 8 - 4 - counterBits(version)) / 8);
