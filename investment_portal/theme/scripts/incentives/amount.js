// What a benefit comes to: exact fractions of a yuan, rounded once, half up, to the fen of one year.
import { below, fen, NONE, over, ratio, times } from "../lib/fraction.js";
import { joined, judge } from "./verdict.js";

/** @typedef {import("../lib/fraction.js").Ratio} Ratio */
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
 * A benefit reckoned: in fen a year from least to most (null where no bound is known), and how.
 * @typedef {object} Reckoned
 * @property {Verdict} verdict
 * @property {bigint} least
 * @property {bigint | null} most
 * @property {bigint} years
 * @property {Ratio | null} raw the sum in yuan before limits
 * @property {number | null} tier the tier reached
 * @property {"cap" | "floor" | ""} held the limit that counted
 * @property {string[]} missing the facts without which nothing exact can be said
 */

/** @type {Record<string, (award: Award, base: Ratio) => [Ratio, number | null]>} */
const FORMS = {
  rate: (award, base) => [times(base, ratio(award.rate ?? "0")), null],
  fixed: (award) => [ratio(award.amount ?? "0"), null],
  each: (award, base) => [times(over(base, ratio(award.unit ?? "1")), ratio(award.amount ?? "0")), null],
  // The highest tier reached, for the whole base; below the first there is nothing.
  tiers: (award, base) => {
    const tiers = award.tiers ?? [];
    const place = tiers.map((tier) => !below(base, ratio(tier.start))).lastIndexOf(true);
    const tier = tiers[place];
    if (!tier) return [NONE, null];
    return [tier.amount === undefined ? times(base, ratio(tier.rate ?? "0")) : ratio(tier.amount), place];
  },
};

/**
 * Reckons one benefit from what is stated.
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
  const asked = onlyIf.filter((condition) => judge(condition, stated) === "unknown").map((condition) => condition.fact);
  const base = award.base ? stated[award.base] : "0";
  if (typeof base !== "string")
    return { ...nothing, verdict, most: bound(award), missing: [...new Set([...asked, award.base ?? ""])] };
  const [raw, tier] = FORMS[award.form](award, ratio(base));
  const [yearly, held] = limited(award, raw);
  const most = fen(yearly);
  return { verdict, least: verdict === "yes" ? most : 0n, most, years, raw, tier, held, missing: asked };
}

/**
 * Holds a sum to its floor and cap; the floor lifts what there is, and makes nothing out of nothing.
 * @param {Award} award
 * @param {Ratio} raw
 * @returns {[Ratio, "cap" | "floor" | ""]}
 */
function limited({ cap, floor }, raw) {
  if (floor !== undefined && raw.n > 0n && below(raw, ratio(floor))) return [ratio(floor), "floor"];
  if (cap !== undefined && below(ratio(cap), raw)) return [ratio(cap), "cap"];
  return [raw, ""];
}

/**
 * Gives the most that a benefit can come to whatever its base is, if anything bounds it.
 * @param {Award} award
 * @returns {bigint | null}
 */
function bound(award) {
  const sums = (award.tiers ?? []).map((tier) => tier.amount);
  if (sums.length > 0 && !sums.includes(undefined))
    return sums
      .map((sum) => fen(limited(award, ratio(sum ?? "0"))[0]))
      .reduce((one, other) => (one > other ? one : other));
  return award.cap === undefined ? null : fen(ratio(award.cap));
}
