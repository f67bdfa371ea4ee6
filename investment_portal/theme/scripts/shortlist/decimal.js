// Exact sums and areas, formatted as investment_portal/formatting/numbers.py does.
import { formatYuan } from "../lib/fraction_format.js";

/** @typedef {{units: bigint, places: number}} Exact */

const GAP = "\u00a0";
const ZERO = Object.freeze({ units: 0n, places: 0 });
/**
 * Parse a decimal number.
 * @param {string} text
 * @returns {Exact}
 */
export function exact(text) {
  const [whole, decimals = ""] = text.split(".");
  return { units: BigInt(whole + decimals), places: decimals.length };
}

/**
 * @param {Exact} a
 * @param {Exact} b
 * @returns {[bigint, bigint, number]}
 */
function aligned(a, b) {
  const places = Math.max(a.places, b.places);
  return [a.units * 10n ** BigInt(places - a.places), b.units * 10n ** BigInt(places - b.places), places];
}

/**
 * Return the sum of numbers.
 * @param {string[]} texts
 * @returns {Exact}
 */
export function total(texts) {
  return texts.map(exact).reduce((sum, next) => {
    const [a, b, places] = aligned(sum, next);
    return { units: a + b, places };
  }, /** @type {Exact} */ (ZERO));
}

/**
 * Compare two numbers: negative, zero or positive.
 * @param {string} first
 * @param {string} other
 * @returns {number}
 */
export function ordered(first, other) {
  const [a, b] = aligned(exact(first), exact(other));
  return a < b ? -1 : Number(a > b);
}

/**
 * Format a number divided by another, rounded half up, without trailing zeros; `grouped` separates thousands.
 * @param {Exact} value
 * @param {bigint} by
 * @param {number} places
 * @param {boolean} [grouped]
 * @returns {string}
 */
export function format(value, by, places, grouped = true) {
  const units = divideRounded(value, by, places)
    .toString()
    .padStart(places + 1, "0");
  const whole = units.slice(0, units.length - places);
  const decimals = units.slice(units.length - places).replace(/0+$/, "");
  return (grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ",") : whole) + (decimals ? `.${decimals}` : "");
}

/**
 * @param {Exact} value
 * @param {bigint} by
 * @param {number} places
 * @returns {bigint}
 */
function divideRounded(value, by, places) {
  const below = by * 10n ** BigInt(value.places);
  return (2n * value.units * 10n ** BigInt(places) + below) / (2n * below);
}

/**
 * Format a sum in yuan: 12.5 亿元, CNY 1.25 billion.
 * @param {Exact} sum
 * @param {"zh" | "en"} language
 * @returns {string}
 */
export function formatYuanSum({ units, places }, language) {
  return formatYuan({ n: units, d: 10n ** BigInt(places) }, language);
}

/**
 * Format an area given in thirds of a square metre: 300 亩（20 公顷）, 20 ha (300 mu).
 * @param {Exact} thirds
 * @param {"zh" | "en"} language
 * @returns {string}
 */
export function formatLand(thirds, language) {
  const mu = format(thirds, 2000n, 2);
  const hectares = format(thirds, 30000n, 2);
  return language === "zh" ? `${mu}${GAP}亩（${hectares}${GAP}公顷）` : `${hectares}${GAP}ha (${mu}${GAP}mu)`;
}
