// The amount of a benefit: exact fractions of a yuan, rounded once, half up, to the fen of one year.
import { isLess, toFen, ZERO, divide, fraction, multiply } from "../lib/fraction.js";
import { joined, judge } from "./verdict.js";

/** @typedef {import("../lib/fraction.js").Fraction} Fraction */
/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {import("./verdict.js").Stated} Stated */
/** @typedef {import("./verdict.js").Condition} Condition */
/** @typedef {{start: string, amount?: string, rate?: string}} Tier */
/**
 * One benefit as declared.
 * @typedef {object} Award
 * @property {string} form rate, tiers, fixed, each or service
 * @property {string} [kind]
 * @property {string} [base]
 * @property {string} [rate]
 * @property {string} [amount]
 * @property {string} [unit]
 * @property {Tier[]} [tiers]
 * @property {string} [cap]
 * @property {string} [floor]
 * @property {string} [years]
 * @property {Condition[]} [onlyIf]
 */
/**
 * The amount of a benefit: in fen a year from least to most (null if unbounded), and how it was computed.
 * @typedef {object} Reckoned
 * @property {Verdict} verdict
 * @property {bigint} least
 * @property {bigint | null} most
 * @property {bigint} years
 * @property {Fraction | null} raw the sum in yuan before limits
 * @property {number | null} tier the tier reached
 * @property {"cap" | "floor" | ""} held the limit that applied
 * @property {string[]} missing the facts that are needed for an exact amount
 */

/** @type {Record<string, (award: Award, base: Fraction) => [Fraction, number | null]>} */
const FORMS = {
  rate: (award, base) => [multiply(base, fraction(award.rate ?? "0")), null],
  fixed: (award) => [fraction(award.amount ?? "0"), null],
  each: (award, base) => [multiply(divide(base, fraction(award.unit ?? "1")), fraction(award.amount ?? "0")), null],
  // The highest tier reached, for the whole base; below the first there is nothing.
  tiers: (award, base) => {
    const tiers = award.tiers ?? [];
    const place = tiers.map((tier) => !isLess(base, fraction(tier.start))).lastIndexOf(true);
    const tier = tiers[place];
    if (!tier) return [ZERO, null];
    return [tier.amount === undefined ? multiply(base, fraction(tier.rate ?? "0")) : fraction(tier.amount), place];
  },
};

/**
 * Compute one benefit from the stated facts.
 * @param {Award} award
 * @param {Stated} stated
 * @returns {Reckoned}
 */
export function reckon(award, stated) {
  const years = BigInt(award.years ?? "1");
  const nothing = { least: 0n, most: 0n, years, raw: null, tier: null, held: /** @type {const} */ (""), missing: [] };
  if (award.form === "service") return { ...nothing, verdict: "yes" };
  const onlyIf = award.onlyIf ?? [];
  const verdict = joined(onlyIf.map((condition) => judge(condition, stated)));
  if (verdict === "no") return { ...nothing, verdict };
  const unknown = onlyIf.filter((condition) => judge(condition, stated) === "unknown").map((condition) => condition.fact);
  const base = award.base ? stated[award.base] : "0";
  if (typeof base !== "string")
    return { ...nothing, verdict, most: bound(award), missing: [...new Set([...unknown, award.base ?? ""])] };
  const [raw, tier] = FORMS[award.form](award, fraction(base));
  const [yearly, applied] = limited(award, raw);
  const upper = toFen(yearly);
  return { verdict, least: verdict === "yes" ? upper : 0n, most: upper, years, raw, tier, held: applied, missing: unknown };
}

/**
 * Limit a sum to its floor and cap; the floor never raises a sum of zero.
 * @param {Award} award
 * @param {Fraction} raw
 * @returns {[Fraction, "cap" | "floor" | ""]}
 */
function limited({ cap, floor }, raw) {
  if (floor !== undefined && raw.n > 0n && isLess(raw, fraction(floor))) return [fraction(floor), "floor"];
  if (cap !== undefined && isLess(fraction(cap), raw)) return [fraction(cap), "cap"];
  return [raw, ""];
}

/**
 * Return the upper bound of a benefit for any base, in fen; null if unbounded.
 * @param {Award} award
 * @returns {bigint | null}
 */
function bound(award) {
  const sums = (award.tiers ?? []).map((tier) => tier.amount);
  if (sums.length > 0 && !sums.includes(undefined))
    return sums
      .map((sum) => toFen(limited(award, fraction(sum ?? "0"))[0]))
      .reduce((sum, other) => (sum > other ? sum : other));
  return award.cap === undefined ? null : toFen(fraction(award.cap));
}
