// The eight masks, and the choice of the one with the lowest penalty.

/** @typedef {import("./matrix.js").Field} Field */

/** @type {((row: number, column: number) => boolean)[]} */
const MASKS = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];

/** Module pattern of a finder in one row. */
const FINDER = [1, 0, 1, 1, 1, 0, 1];

/**
 * Return the field with a mask laid over its data.
 * @param {Field} field
 * @param {number} mask
 * @returns {Field}
 */
export function masked(field, mask) {
  const { size, fixed } = field;
  const covers = MASKS[mask];
  const dark = field.dark.map((module, at) => (fixed[at] ? module : module ^ Number(covers(Math.floor(at / size), at % size))));
  return { size, dark, fixed };
}

/**
 * Return the mask with the fewest penalty points.
 * @param {Field} field
 * @returns {number}
 */
export function best(field) {
  const points = MASKS.map((_, mask) => penalty(masked(field, mask)));
  return points.indexOf(Math.min(...points));
}

/**
 * Return the penalty points of a code: long runs, blocks, false finders, too much of one colour.
 * @param {Field} field
 */
function penalty({ size, dark }) {
  let points = 0;
  let count = 0;
  for (let line = 0; line < size; line++) {
    points += along(size, (at) => dark[line * size + at]) + along(size, (at) => dark[at * size + line]);
    for (let at = 0; at < size; at++) {
      const color = dark[line * size + at];
      count += color;
      if (
        line &&
        at &&
        color === dark[line * size + at - 1] &&
        color === dark[(line - 1) * size + at] &&
        color === dark[(line - 1) * size + at - 1]
      )
        points += 3;
    }
  }
  return points + 10 * Math.floor(Math.abs((count / (size * size)) * 100 - 50) / 5);
}

/**
 * The points of one row or column.
 * @param {number} size
 * @param {(at: number) => number} module
 */
function along(size, module) {
  let points = 0;
  let run = 0;
  for (let at = 0; at <= size; at++) {
    if (at < size && at > 0 && module(at) === module(at - 1)) run++;
    else {
      if (run >= 5) points += run - 2;
      run = 1;
    }
  }
  /** @param {number} from @param {number} to */
  const light = (from, to) => {
    for (let at = Math.max(0, from); at < Math.min(size, to); at++) if (module(at)) return false;
    return true;
  };
  for (let at = 0; at + 7 <= size; at++) {
    if (!FINDER.every((color, step) => module(at + step) === color)) continue;
    const counts = light(at - 4, at) || light(at + 7, at + 11);
    if (counts) points += 40;
    // The next one begins behind a counted one; else it may share the dark module at its end.
    at += counts ? 6 : 3;
  }
  return points;
}
