// Sums and numbers in words of each language, as investment_portal/formatting/numbers.py writes them: the unit chosen after rounding.
import { ratio, rounded, times } from "./fraction.js";

/** @typedef {import("./fraction.js").Ratio} Ratio */

const GAP = "\u00a0";
const PLACES = 4;
const SCALES = /** @type {Record<string, [bigint, string][]>} */ ({
  zh: [
    [10n ** 8n, "亿"],
    [10n ** 4n, "万"],
    [1n, ""],
  ],
  en: [
    [10n ** 9n, `${GAP}billion`],
    [10n ** 6n, `${GAP}million`],
    [1n, ""],
  ],
});
const ONE = 10n ** BigInt(PLACES);
const WHOLE = ratio(String(ONE));

/**
 * Writes a number without needless zeros, thousands parted by commas: "1,234.5".
 * @param {Ratio} number
 * @returns {string}
 */
export function plain(number) {
  const units = rounded(times(number, WHOLE));
  const decimals = String(units % ONE)
    .padStart(PLACES, "0")
    .replace(/0+$/, "");
  const whole = String(units / ONE).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
  return decimals ? `${whole}.${decimals}` : whole;
}

/**
 * Writes a sum in yuan: "12.5 亿元", "CNY 1.25 billion"; the unit is chosen after rounding in the next smaller one.
 * @param {Ratio} yuan
 * @param {string} language
 * @returns {string}
 */
export function money(yuan, language) {
  const scales = SCALES[language];
  const [scale, name] =
    scales.find(([one], at) => {
      const [smaller] = scales[at + 1] ?? [1n];
      return rounded(times(per(yuan, smaller), WHOLE)) * smaller >= one * ONE;
    }) ?? scales[scales.length - 1];
  const number = plain(per(yuan, scale));
  return language === "zh" ? `${number}${GAP}${name}元` : `CNY${GAP}${number}${name}`;
}

/**
 * @param {Ratio} yuan
 * @param {bigint} scale
 * @returns {Ratio}
 */
function per({ n, d }, scale) {
  return { n, d: d * scale };
}

/**
 * Writes fen as money.
 * @param {bigint} fen
 * @param {string} language
 */
export function fenAsMoney(fen, language) {
  return money({ n: fen, d: 100n }, language);
}
