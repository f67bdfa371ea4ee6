// Sums of money as pages write them: the same words as investment_portal/formatting/numbers.py, for totals that the browser adds up.

const GAP = "\u00a0";
const KEPT = 4;
/** @type {Record<string, [number, string][]>} */
const SCALES = {
  zh: [
    [1e8, "亿"],
    [1e4, "万"],
  ],
  en: [
    [1e9, `${GAP}billion`],
    [1e6, `${GAP}million`],
  ],
};
/** @type {Record<string, string>} */
const CURRENCIES = { CNY: "元", USD: "美元", EUR: "欧元", HKD: "港元" };

/**
 * Writes a number without needless zeros, thousands parted by commas.
 * @param {number} number
 * @param {number} [places]
 */
export function plain(number, places = KEPT) {
  return number.toLocaleString("en-US", { maximumFractionDigits: places });
}

/**
 * Writes a sum: 12.5 亿元, CNY 1.25 billion; the unit is chosen after rounding.
 * @param {number} amount
 * @param {string} currency
 * @param {string} language
 * @param {number} [places]
 */
export function money(amount, currency, language, places = KEPT) {
  const factor = 10 ** places;
  const [scale, name] = SCALES[language].find(([one], at) => {
    const smaller = SCALES[language][at + 1]?.[0] ?? 1;
    return (Math.round((amount / smaller) * factor) / factor) * smaller >= one;
  }) ?? [1, ""];
  const number = plain(amount / scale, places);
  return language === "zh" ? `${number}${GAP}${name}${CURRENCIES[currency]}` : `${currency}${GAP}${number}${name}`;
}

/**
 * Writes a sum in the other currency at the dated rate: dollars for yuan in English, yuan for anything else in Chinese.
 * @param {number} amount
 * @param {string} currency
 * @param {string} language
 * @param {Record<string, number>} rates yuan for one unit
 * @returns {string}
 */
export function converted(amount, currency, language, rates) {
  if (language === "zh")
    return currency !== "CNY" && rates[currency] ? money(amount * rates[currency], "CNY", "zh", 2) : "";
  if (currency !== "CNY" || !rates.USD) return "";
  const dollars = amount / rates.USD;
  return money(dollars, "USD", "en", dollars < 1e9 ? 0 : 2);
}
