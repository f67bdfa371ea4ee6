// Exact fractions of big integers for sums, areas and shares; never floats.

/** @typedef {{n: bigint, d: bigint}} Fraction A fraction n/d with d above zero, not necessarily in lowest terms. */

const PATTERN = /^(\d+)(?:\.(\d+))?(?:\/(\d+))?$/;

/**
 * Parse "12", "12.5" or "25/2".
 * @param {string} text
 * @returns {Fraction}
 */
export function fraction(text) {
  const match = PATTERN.exec(text);
  if (!match) throw new Error(`no figure: ${text}`);
  const [, whole, decimals = "", parts = "1"] = match;
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) * BigInt(parts) };
}

export const ZERO = fraction("0");

/** @param {Fraction} first @param {Fraction} second @returns {Fraction} */
export function multiply(first, second) {
  return { n: first.n * second.n, d: first.d * second.d };
}

/** @param {Fraction} first @param {Fraction} second @returns {Fraction} */
export function divide(first, second) {
  return { n: first.n * second.d, d: first.d * second.n };
}

/** @param {Fraction} first @param {Fraction} second @returns {Fraction} */
export function add(first, second) {
  return { n: first.n * second.d + second.n * first.d, d: first.d * second.d };
}

/** @param {Fraction} first @param {Fraction} second not above the first @returns {Fraction} */
export function subtract(first, second) {
  return { n: first.n * second.d - second.n * first.d, d: first.d * second.d };
}

/** @param {Fraction} first @param {Fraction} second @returns {boolean} */
export function isLess(first, second) {
  return first.n * second.d < second.n * first.d;
}

/**
 * Round to an integer, half up.
 * @param {Fraction} first
 * @returns {bigint}
 */
export function roundHalfUp({ n, d }) {
  return (2n * n + d) / (2n * d);
}

const FEN = fraction("100");

/**
 * Round a sum in yuan to the fen, half up.
 * @param {Fraction} yuan
 * @returns {bigint}
 */
export function toFen(yuan) {
  return roundHalfUp(multiply(yuan, FEN));
}

/**
 * Format a fraction in lowest terms: "25/2".
 * @param {Fraction} first
 * @returns {string}
 */
export function fractionText({ n, d }) {
  let [a, b] = [n, d];
  while (b) [a, b] = [b, a % b];
  return d === a ? String(n / a) : `${n / a}/${d / a}`;
}
