// Sums and numbers in words of each language, as catalog/show/numbers.py writes them: the unit chosen after rounding.
import { ratio, rounded, times } from "./ratio.js";

/** @typedef {import("./ratio.js").Ratio} Ratio */

const GAP = "\u00a0";
const PLACES = 4;
const SCALES = /** @type {Record<string, [string, string][]>} */ ({
  zh: [["1/100000000", "亿"], ["1/10000", "万"], ["1", ""]],
  en: [["1/1000000000", `${GAP}billion`], ["1/1000000", `${GAP}million`], ["1", ""]],
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
  const decimals = String(units % ONE).padStart(PLACES, "0").replace(/0+$/, "");
  const whole = String(units / ONE).replaceAll(/\B(?=(?:\d{3})+$)/g, ",");
  return decimals ? `${whole}.${decimals}` : whole;
}

/**
 * Writes a sum in yuan: "12.5 亿元", "CNY 1.25 billion".
 * @param {Ratio} yuan
 * @param {string} language
 * @returns {string}
 */
export function money(yuan, language) {
  const scales = SCALES[language];
  const [factor, name] = scales.find(([one]) => rounded(times(times(yuan, ratio(one)), WHOLE)) >= ONE) ?? scales[scales.length - 1];
  const number = plain(times(yuan, ratio(factor)));
  return language === "zh" ? `${number}${GAP}${name}元` : `CNY${GAP}${number}${name}`;
}

/**
 * Writes fen as money.
 * @param {bigint} fen
 * @param {string} language
 */
export function fenAsMoney(fen, language) {
  return money({ n: fen, d: 100n }, language);
}
