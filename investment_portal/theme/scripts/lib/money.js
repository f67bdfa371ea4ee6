// Sums of money, formatted as investment_portal/formatting/numbers.py does, for totals added up in the browser.

import { CURRENCY_UNITS, SHOWN_SCALES } from "./units.js";

const GAP = "\u00a0";
const DECIMALS = 4;

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
 * @param {number} amount
 * @param {string} currency
 * @param {string} language
 * @param {Record<string, number>} rates yuan for one unit
 * @returns {string}
 */
export function convertMoney(amount, currency, language, rates) {
  if (language === "zh")
    return currency !== "CNY" && rates[currency] ? formatMoney(amount * rates[currency], "CNY", "zh", 2) : "";
  if (currency !== "CNY" || !rates.USD) return "";
  const dollars = amount / rates.USD;
  return formatMoney(dollars, "USD", "en", dollars < 1e9 ? 0 : 2);
}
