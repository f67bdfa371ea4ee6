// Parsing of typed figures: "5000 万元", "1.2亿", "CNY 50 million", "30 亩", full-width digits; or the problem.
import { fraction, multiply, fractionText } from "../lib/fraction.js";
import { has } from "../lib/collections.js";
import { AREA_WORDS, CURRENCY_WORDS, SCALE_WORDS } from "../lib/unit_words.js";

/** @typedef {"negative" | "letters" | "comma" | "large" | "whole" | "share"} Problem */
/** @typedef {{value: string, number: string, token: string, problem: Problem | ""}} Typed A figure in base units, and as number and unit. */
/** @typedef {{sort: string, whole?: boolean, counted?: string, factors?: Record<string, string>, bounded?: boolean}} Wanted
 * `counted` is the unit of a number, `factors` its units with their factors; a `bounded` share is at most 100 %. */

const LONGEST = 60;
const DIGITS = 15;

const SHARE = /^[%％]?$/;
const COUNTED = /^(?:人|个|名|家|年|岁|jobs?|people|persons?|staff|graduates?|years?)?$/;

/**
 * Parse a typed figure; without a unit of its own it has the one chosen beside the field.
 * @param {string} text
 * @param {string} unit
 * @param {Wanted} wanted
 * @param {Record<string, string>} rates yuan for one unit of each currency known
 * @returns {Typed}
 */
export function readFigure(text, unit, { sort, whole = false, counted = "", factors = {}, bounded = false }, rates) {
  const plain = text
    .slice(0, LONGEST)
    .normalize("NFKC")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .replace(/[−–]/g, "-")
    .trim();
  const nothing = { value: "", number: "", token: "", problem: /** @type {const} */ ("") };
  if (plain === "") return nothing;
  const prefix = sort === "money" ? cut(CURRENCY_WORDS, plain) : null;
  const match = /^(-?)((?:\d[\d,]*)?(?:\.\d*)?)\s*(.*)$/.exec(prefix ? prefix.rest : plain);
  const [, sign = "", digits = "", unitText = ""] = match ?? [];
  if (!/\d/.test(digits)) return { ...nothing, problem: "letters" };
  if (sign) return { ...nothing, problem: "negative" };
  if (/,/.test(digits) && !/^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(digits)) return { ...nothing, problem: "comma" };
  const number = digits
    .split(",").join("")
    .replace(/^0+(?=\d)/, "")
    .replace(/^\./, "0.")
    .replace(/\.0*$/, "");
  if (number.split(".")[0].length > DIGITS) return { ...nothing, problem: "large" };
  const ownUnit = sort === "count" && unitText === counted.toLowerCase() ? "" : unitText;
  const measured =
    sort === "count" ? count(ownUnit, factors) : measure(sort, ownUnit || unitOf(unit, prefix?.name), prefix?.name, rates);
  if (!measured) return { ...nothing, problem: "letters" };
  const value = multiply(fraction(number), fraction(measured.factor));
  if (whole && value.n % value.d !== 0n) return { ...nothing, problem: "whole" };
  if (bounded && value.n > value.d) return { ...nothing, problem: "share" };
  if (value.n / value.d >= 10n ** BigInt(DIGITS)) return { ...nothing, problem: "large" };
  // A counted number has no unit in addresses: "200万" is written there as 2000000.
  const written = sort === "count" && value.n % value.d === 0n ? String(value.n / value.d) : number;
  return { value: fractionText(value), number: written, token: measured.token, problem: "" };
}

/**
 * Return the factor of a counted number: that of a scale ("万", "million") and of a unit after it.
 * @param {string} unitText what follows the number
 * @param {Record<string, string>} factors
 * @returns {{factor: string, token: string} | null}
 */
function count(unitText, factors) {
  const factor = (/** @type {string} */ text) => {
    const typed = text.replace(/[ .]/g, "");
    if (COUNTED.test(typed)) return "1";
    return has(factors, typed) ? factors[typed] : "";
  };
  const plain = factor(unitText);
  if (plain) return { factor: plain, token: "" };
  // The unit comes first: in "5 m3" the m is no million.
  const scaled = SCALE_WORDS.filter(([word]) => unitText.startsWith(word));
  const [word, , power] = scaled.find(([text]) => factor(unitText.slice(text.length))) ?? ["", "", "1"];
  const rest = word && factor(unitText.slice(word.length));
  return rest ? { factor: fractionText(multiply(fraction(power), fraction(rest))), token: "" } : null;
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
  if (sort === "share") return SHARE.test(unitText) ? { factor: "1/100", token: "" } : null;
  if (sort === "area") {
    const typed = unitText.replace(/[ .]/g, "");
    const area = AREA_WORDS.find(([word]) => word === typed);
    return area ? { factor: area[2], token: area[1] } : null;
  }
  const scale = cut(SCALE_WORDS, unitText);
  const after = (scale ? scale.rest : unitText).trim();
  const named = cut(CURRENCY_WORDS, after);
  const currencyCode = named?.name ?? currency ?? "CNY";
  // A currency on both sides is one too many, and so is anything left over.
  if ((named ? named.rest : after) !== "" || (named && currency) || !(currencyCode in rates)) return null;
  const factor = fractionText(multiply(fraction(scale?.factor ?? "1"), fraction(rates[currencyCode])));
  const token = `${scale?.name ?? ""}${currencyCode === "CNY" ? "" : currencyCode.toLowerCase()}`;
  return { factor, token: token || "yuan" };
}

/**
 * Return what the first word that a text begins with stands for, and the rest of the text.
 * @param {[word: string, name: string, factor?: string][]} words
 * @param {string} text
 */
function cut(words, text) {
  const match = words.find(([word]) => text.startsWith(word));
  return match ? { name: match[1], factor: match[2], rest: text.slice(match[0].length).trim() } : null;
}
