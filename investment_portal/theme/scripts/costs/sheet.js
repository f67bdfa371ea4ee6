// The cost sheet: for each item a range of costs, then the sums of ten years with the support of each year.
// investment_portal/domain/costs/sheet.py computes the same in Python; shared test vectors compare both to the fen.
import { add, fraction, multiply, subtract, toFen } from "../lib/fraction.js";

/** @typedef {{least: string, most: string}} PriceRange Yuan for a unit of an item. */
/** @typedef {{item: string, least: bigint | null, most: bigint | null}} Row */
/** @typedef {[bigint, bigint]} Range The lower and the upper bound in fen. */
/** @typedef {{rows: Row[], once: Range, yearly: Range, years: Range[], total: Range, complete: boolean}} Sheet */

export const YEARS = 10;
const ONCE = ["land"];
/** Items in the order in which a sheet lists them. */
export const ITEMS = ["land", "rent", "power", "water", "sewage", "gas", "steam", "staff"];

/**
 * Compute the sheet of a plan: quantities by item, prices by item that may be off by a margin, support by year.
 * @param {Record<string, string>} quantities
 * @param {Record<string, PriceRange>} prices
 * @param {string} margin
 * @param {bigint[]} certain
 * @param {bigint[]} possible
 * @returns {Sheet}
 */
export function sheet(quantities, prices, margin, certain = [], possible = []) {
  const whole = fraction("1");
  const less = subtract(whole, fraction(margin));
  const lower = less.n > 0n ? less : fraction("0");
  const upper = add(whole, fraction(margin));
  /** @type {Row[]} */
  const rows = ITEMS.filter((item) => quantities[item] && fraction(quantities[item]).n > 0n).map((item) => {
    const price = prices[item];
    if (!price) return { item, least: null, most: null };
    const quantity = fraction(quantities[item]);
    return {
      item,
      least: toFen(multiply(multiply(quantity, fraction(price.least)), lower)),
      most: toFen(multiply(multiply(quantity, fraction(price.most)), upper)),
    };
  });
  const once = sumOf(rows.filter(({ item }) => ONCE.includes(item)));
  const yearly = sumOf(rows.filter(({ item }) => !ONCE.includes(item)));
  /** @type {Range[]} */
  const years = Array.from({ length: YEARS }, (_, place) => [
    yearly[0] + (place === 0 ? once[0] : 0n) - (possible[place] ?? 0n),
    yearly[1] + (place === 0 ? once[1] : 0n) - (certain[place] ?? 0n),
  ]);
  /** @type {Range} */
  const total = [years.reduce((sum, [low]) => sum + low, 0n), years.reduce((sum, [, high]) => sum + high, 0n)];
  return { rows, once, yearly, years, total, complete: rows.every(({ least }) => least !== null) };
}

/** @param {Row[]} rows @returns {Range} */
function sumOf(rows) {
  return [
    rows.reduce((sum, { least }) => sum + (least ?? 0n), 0n),
    rows.reduce((sum, { most }) => sum + (most ?? 0n), 0n),
  ];
}
