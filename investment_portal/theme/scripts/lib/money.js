// Sums of money, formatted as investment_portal/formatting/numbers.py does, for totals added up in the browser.

import { CURRENCY_UNITS, QUALIFIED, SHOWN_SCALES } from "./units.js";

const GAP = "\u00a0";
const DECIMALS = 4;

/**
 * @typedef {{low: number, high: number | undefined, qualifier: string, currency: string}} Sum A sum with its bounds:
 *   an exact one has no `high`; `qualifier` is about, least, most (up to `high`), negotiable or empty.
 */

const FIGURE = /^([^0-9]*)([0-9.,]+)(.*)$/;

/**
 * Format a sum with its bounds: 3–5 亿元, CNY 300 million or more.
 * @param {Sum} sum
 * @param {string} language
 * @param {number} [places]
 * @returns {string}
 */
export function formatSum({ low, high, qualifier, currency }, language, places = DECIMALS) {
  if (qualifier === "negotiable") return QUALIFIED[language].negotiable;
  const bounds = [qualifier === "most" ? high ?? low : low, ...(qualifier === "most" || high === undefined ? [] : [high])];
  const texts = bounds.map((bound) => formatMoney(bound, currency, language, places));
  return qualify(texts.length > 1 ? joined(texts[0], texts[1]) : texts[0], qualifier, language);
}

/**
 * Return a figure with the word that says how exact it is.
 * @param {string} figure
 * @param {string} qualifier
 * @param {string} language
 */
export function qualify(figure, qualifier, language) {
  return qualifier ? QUALIFIED[language][qualifier].replace("{}", () => figure) : figure;
}

/**
 * Join two figures with a dash; what both begin or end with stands once.
 * @param {string} low
 * @param {string} high
 */
function joined(low, high) {
  if (low === high) return low;
  const [, before = "", number = "", after = ""] = FIGURE.exec(low) ?? [];
  const [, otherBefore = "", other = "", otherAfter = ""] = FIGURE.exec(high) ?? [];
  if (before !== otherBefore) return `${low}–${high}`;
  if (after === otherAfter) return `${before}${number}–${other}${after}`;
  return after ? `${low}–${other}${otherAfter}` : `${low}–${high}`;
}

/**
 * Format a number without trailing zeros, with thousands separators.
 * @param {number} number
 * @param {number} [places]
 */
export function formatNumber(number, places = DECIMALS) {
  return number.toLocaleString("en-US", { maximumFractionDigits: places });
}

/**
 * Format a sum: 12.5 亿元, CNY 1.25 billion; the unit is chosen after rounding, the largest only where no digit is lost.
 * @param {number} amount
 * @param {string} currency
 * @param {string} language
 * @param {number} [places]
 */
export function formatMoney(amount, currency, language, places = DECIMALS) {
  const factor = 10 ** places;
  const scales = SHOWN_SCALES[language];
  const [scale, name] = scales.find(([unit], index) => {
    if (index === 0 && amount % (unit / factor) !== 0) return false;
    const smaller = scales[index + 1]?.[0] ?? 1;
    return (Math.round((amount / smaller) * factor) / factor) * smaller >= unit;
  }) ?? [1, ""];
  const number = formatNumber(amount / scale, places);
  if (language === "zh") return `${number}${GAP}${name}${CURRENCY_UNITS[currency]}`;
  return `${currency}${GAP}${number}${name && GAP}${name}`;
}

/**
 * Format a sum in the other currency at the dated rate: dollars for yuan in English, yuan for anything else in Chinese.
 * @param {Sum} sum
 * @param {string} language
 * @param {Record<string, number>} rates yuan for one unit
 * @returns {string}
 */
export function convertSum({ low, high, qualifier, currency }, language, rates) {
  const chinese = language === "zh";
  const rate = rates[chinese ? currency : "USD"];
  if (!rate || qualifier === "negotiable" || (currency === "CNY") === chinese) return "";
  const convert = (/** @type {number} */ amount) => threeDigits(chinese ? amount * rate : amount / rate);
  return formatSum(
    {
      low: convert(low),
      high: high === undefined ? undefined : convert(high),
      qualifier: qualifier === "about" ? "" : qualifier,
      currency: chinese ? "CNY" : "USD",
    },
    language,
    2,
  );
}

/**
 * Return a converted sum with at most three significant figures: more would be more exact than its rate.
 * @param {number} amount
 */
function threeDigits(amount) {
  const unit = 10 ** Math.max(Math.floor(Math.log10(Math.max(amount, 1))) - 2, 0);
  return Math.round(amount / unit) * unit;
}
