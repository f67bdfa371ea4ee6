// Exact sums and numbers in each language, formatted as investment_portal/formatting/numbers.py does.
import { fraction, roundHalfUp, multiply } from "./fraction.js";
import { CURRENCY_UNITS, SHOWN_SCALES } from "./units.js";

/** @typedef {import("./fraction.js").Fraction} Fraction */

const GAP = "\u00a0";
const PLACES = 4;
const ONE = 10n ** BigInt(PLACES);
const WHOLE = fraction(String(ONE));

/**
 * Format a number without trailing zeros, with thousands separators: "1,234.5".
 * @param {Fraction} number
 * @returns {string}
 */
export function formatFraction(number) {
  const units = roundHalfUp(multiply(number, WHOLE));
  const decimals = String(units % ONE)
    .padStart(PLACES, "0")
    .replace(/0+$/, "");
  const whole = String(units / ONE).replace(/\B(?=(?:\d{3})+$)/g, ",");
  return decimals ? `${whole}.${decimals}` : whole;
}

/**
 * Format a sum in yuan: "12.5 亿元", "CNY 1.25 billion"; the unit is chosen after rounding in the next
 * smaller one, the largest only where no digit is lost.
 * @param {Fraction} yuan
 * @param {string} language
 * @returns {string}
 */
export function formatYuan(yuan, language) {
  const scales = SHOWN_SCALES[language];
  const [scale, name] =
    scales.find(([unit], index) => {
      if (index === 0 && (yuan.n * ONE) % (yuan.d * BigInt(unit)) !== 0n) return false;
      const smaller = BigInt(scales[index + 1]?.[0] ?? 1);
      return roundHalfUp(multiply(dividedBy(yuan, smaller), WHOLE)) * smaller >= BigInt(unit) * ONE;
    }) ?? scales[scales.length - 1];
  const number = formatFraction(dividedBy(yuan, BigInt(scale)));
  return language === "zh"
    ? `${number}${GAP}${name}${CURRENCY_UNITS.CNY}`
    : `CNY${GAP}${number}${name && GAP}${name}`;
}

/**
 * @param {Fraction} yuan
 * @param {bigint} scale
 * @returns {Fraction}
 */
function dividedBy({ n, d }, scale) {
  return { n, d: d * scale };
}

/**
 * Format fen as money.
 * @param {bigint} fen
 * @param {string} language
 */
export function formatFen(fen, language) {
  return formatYuan({ n: fen, d: 100n }, language);
}
