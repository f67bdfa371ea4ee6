// Exact fractions: sums of yuan, areas and shares are reckoned with whole numbers of any length, never with floats.

/** @typedef {{n: bigint, d: bigint}} Ratio A fraction n/d with d above zero, not necessarily in lowest terms. */

const WRITTEN = /^(\d+)(?:\.(\d+))?(?:\/(\d+))?$/;

/**
 * Reads "12", "12.5" or "25/2".
 * @param {string} text
 * @returns {Ratio}
 */
export function ratio(text) {
  const found = WRITTEN.exec(text);
  if (!found) throw new Error(`no figure: ${text}`);
  const [, whole, decimals = "", parts = "1"] = found;
  return { n: BigInt(whole + decimals), d: 10n ** BigInt(decimals.length) * BigInt(parts) };
}

export const NONE = ratio("0");

/** @param {Ratio} one @param {Ratio} other @returns {Ratio} */
export function times(one, other) {
  return { n: one.n * other.n, d: one.d * other.d };
}

/** @param {Ratio} one @param {Ratio} other @returns {Ratio} */
export function over(one, other) {
  return { n: one.n * other.d, d: one.d * other.n };
}

/** @param {Ratio} one @param {Ratio} other @returns {boolean} */
export function below(one, other) {
  return one.n * other.d < other.n * one.d;
}

/**
 * Rounds to whole numbers, half up.
 * @param {Ratio} one
 * @returns {bigint}
 */
export function rounded({ n, d }) {
  return (2n * n + d) / (2n * d);
}

const FEN = ratio("100");

/**
 * Rounds a sum in yuan to the fen, half up.
 * @param {Ratio} yuan
 * @returns {bigint}
 */
export function fen(yuan) {
  return rounded(times(yuan, FEN));
}

/**
 * Writes a fraction in lowest terms: "25/2".
 * @param {Ratio} one
 * @returns {string}
 */
export function written({ n, d }) {
  let [a, b] = [n, d];
  while (b) [a, b] = [b, a % b];
  return d === a ? String(n / a) : `${n / a}/${d / a}`;
}
