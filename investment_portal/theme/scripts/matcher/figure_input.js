// Parsing of typed figures: "5000 万元", "1.2亿", "CNY 50 million", "30 亩", full-width digits; or the problem.
import { fraction, multiply, fractionText } from "../lib/fraction.js";

/** @typedef {"negative" | "letters" | "comma" | "large" | "whole"} Problem */
/** @typedef {{value: string, number: string, token: string, problem: Problem | ""}} Typed A figure in base units, and as number and unit. */
/** @typedef {{sort: string, whole?: boolean}} Wanted */

const LONGEST = 60;
const DIGITS = 15;

const SCALES = /** @type {[RegExp, string, string][]} */ ([
  [/^(?:亿|yi)/, "yi", "100000000"],
  [/^(?:千万|qianwan)/, "qianwan", "10000000"],
  [/^(?:百万)/, "m", "1000000"],
  [/^(?:万|wan|w)/, "wan", "10000"],
  [/^(?:千|k|thousand)/, "k", "1000"],
  [/^(?:billion|bn|b)/, "b", "1000000000"],
  [/^(?:million|mn|m)/, "m", "1000000"],
]);
const CURRENCIES = /** @type {[RegExp, string][]} */ ([
  [/^(?:cny|rmb|yuan|人民币|元|块|¥)/, "CNY"],
  [/^(?:usd|us\$|\$|美元|美金)/, "USD"],
  [/^(?:eur|€|欧元)/, "EUR"],
  [/^(?:hkd|hk\$|港元|港币)/, "HKD"],
]);
const AREAS = /** @type {[RegExp, string, string][]} */ ([
  [/^(?:万平方米|万平米|万平|万m2|wanm2)$/, "wanm2", "10000"],
  [/^(?:平方米|平米|平|m2|sqm|sq m|sq\. ?m\.?|square met(?:re|er)s?)$/, "m2", "1"],
  [/^(?:亩|mu)$/, "mu", "2000/3"],
  [/^(?:公顷|ha|hectares?)$/, "ha", "10000"],
  [/^(?:平方公里|km2)$/, "km2", "1000000"],
]);
const COUNTED = /^(?:人|个|名|家|年|岁|jobs?|people|persons?|staff|graduates?|years?)?$/;

/**
 * Parse a typed figure; without a unit of its own it has the one chosen beside the field.
 * @param {string} text
 * @param {string} unit
 * @param {Wanted} wanted
 * @param {Record<string, string>} rates yuan for one unit of each currency known
 * @returns {Typed}
 */
export function readFigure(text, unit, { sort, whole = false }, rates) {
  const plain = text
    .slice(0, LONGEST)
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .replaceAll(/[−–]/g, "-")
    .trim();
  const nothing = { value: "", number: "", token: "", problem: /** @type {const} */ ("") };
  if (plain === "") return nothing;
  const prefix = sort === "money" ? cut(CURRENCIES, plain) : null;
  const match = /^(-?)((?:\d[\d,]*)?(?:\.\d*)?)\s*(.*)$/.exec(prefix ? prefix.rest : plain);
  const [, sign = "", digits = "", unitText = ""] = match ?? [];
  if (!/\d/.test(digits)) return { ...nothing, problem: "letters" };
  if (sign) return { ...nothing, problem: "negative" };
  if (/,/.test(digits) && !/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(digits)) return { ...nothing, problem: "comma" };
  const number = digits
    .replaceAll(",", "")
    .replace(/^0+(?=\d)/, "")
    .replace(/^\./, "0.")
    .replace(/\.0*$/, "");
  if (number.split(".")[0].length > DIGITS) return { ...nothing, problem: "large" };
  if (whole && number.includes(".")) return { ...nothing, problem: "whole" };
  const measured = measure(sort, unitText || unitOf(unit, prefix?.name), prefix?.name, rates);
  if (!measured) return { ...nothing, problem: "letters" };
  const value = multiply(fraction(number), fraction(measured.factor));
  if (value.n / value.d >= 10n ** BigInt(DIGITS)) return { ...nothing, problem: "large" };
  return { value: fractionText(value), number, token: measured.token, problem: "" };
}

/**
 * Return the chosen unit, which a currency typed before the number replaces.
 * @param {string} unit
 * @param {string | undefined} currency
 */
function unitOf(unit, currency) {
  return currency ? "" : unit;
}

/**
 * @param {string} sort
 * @param {string} unitText what follows the number
 * @param {string | undefined} currency the currency before it
 * @param {Record<string, string>} rates
 * @returns {{factor: string, token: string} | null}
 */
function measure(sort, unitText, currency, rates) {
  if (sort === "count") return COUNTED.test(unitText) ? { factor: "1", token: "" } : null;
  if (sort === "area") {
    const area = AREAS.find(([pattern]) => pattern.test(unitText));
    return area ? { factor: area[2], token: area[1] } : null;
  }
  const scale = cut(SCALES, unitText);
  const after = (scale ? scale.rest : unitText).trim();
  const named = cut(CURRENCIES, after);
  const currencyCode = named?.name ?? currency ?? "CNY";
  // A currency on both sides is one too many, and so is anything left over.
  if ((named ? named.rest : after) !== "" || (named && currency) || !(currencyCode in rates)) return null;
  const factor = fractionText(multiply(fraction(scale?.factor ?? "1"), fraction(rates[currencyCode])));
  const token = `${scale?.name ?? ""}${currencyCode === "CNY" ? "" : currencyCode.toLowerCase()}`;
  return { factor, token: token || "yuan" };
}

/**
 * @param {[RegExp, string, string?][]} patterns
 * @param {string} text
 */
function cut(patterns, text) {
  for (const [pattern, name, factor] of patterns) {
    const match = pattern.exec(text);
    if (match) return { name, factor, rest: text.slice(match[0].length).trim() };
  }
  return null;
}
