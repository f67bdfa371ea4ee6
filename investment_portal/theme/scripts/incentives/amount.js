// The amount of a benefit: exact fractions of a yuan, rounded once, half up, to the fen of one year.
import { add, divide, fraction, isLess, multiply, roundHalfUp, subtract, toFen, ZERO } from "../lib/fraction.js";
import { isBound, joined, judge, openFacts } from "./verdict.js";

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
 * @property {boolean} [marginal] the rate of each tier counts for the part of the base within it
 * @property {string} [capAll] the cap of all years together
 * @property {string[]} [parts] the shares in which the whole is paid
 * @property {Condition[]} [onlyIf]
 * @property {string} [fromYear] the year of the benefit in which the first payment falls
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
 * @property {bigint} leastAll the fen of all years
 * @property {bigint | null} mostAll
 * @property {boolean} heldAll the cap of all years applied
 * @property {bigint[]} parts the sums in which `mostAll` is paid
 */

/** @type {Record<string, (award: Award, base: Fraction) => [Fraction, number | null]>} */
const FORMS = {
  rate: (award, base) => [multiply(base, fraction(award.rate ?? "0")), null],
  fixed: (award) => [fraction(award.amount ?? "0"), null],
  each: (award, base) => [multiply(divide(base, fraction(award.unit ?? "1")), fraction(award.amount ?? "0")), null],
  // The highest tier reached for the whole base, or each for its part; below the first there is nothing.
  tiers: (award, base) => {
    const tiers = award.tiers ?? [];
    const place = tiers.map((tier) => !isLess(base, fraction(tier.start))).lastIndexOf(true);
    const tier = tiers[place];
    if (!tier) return [ZERO, null];
    if (award.marginal)
      return [marginalParts(award, base).reduce((sum, [part, rate]) => add(sum, multiply(part, rate)), ZERO), place];
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
  const nothing = {
    least: 0n,
    most: 0n,
    years,
    raw: null,
    tier: null,
    held: /** @type {const} */ (""),
    missing: [],
    leastAll: 0n,
    mostAll: 0n,
    heldAll: false,
    parts: [],
  };
  const onlyIf = award.onlyIf ?? [];
  const verdict = joined(onlyIf.map((condition) => judge(condition, stated)));
  if (verdict === "no") return { ...nothing, verdict };
  const unknown = onlyIf.flatMap((condition) => openFacts(condition, stated));
  if (award.form === "service") return { ...nothing, verdict, missing: [...new Set(unknown)] };
  const base = award.base ? stated[award.base] : "0";
  if (typeof base !== "string") {
    const most = isBound(base) ? greatest(award, fraction(base.atMost)) : bound(award);
    const missing = [...new Set([...unknown, award.base ?? ""])];
    return { ...nothing, verdict, most, missing, mostAll: most === null ? capAll(award) : allYears(award, most) };
  }
  const [raw, tier] = FORMS[award.form](award, fraction(base));
  const [yearly, applied] = limited(award, raw);
  const upper = toFen(yearly);
  const total = allYears(award, upper);
  return {
    verdict,
    least: verdict === "yes" ? upper : 0n,
    most: upper,
    years,
    raw,
    tier,
    held: applied,
    missing: [...new Set(unknown)],
    leastAll: verdict === "yes" ? total : 0n,
    mostAll: total,
    heldAll: total < upper * years,
    parts: split(total, award.parts ?? []),
  };
}

/**
 * Return the part of a base that lies in each tier reached, with the rate of the tier.
 * @param {Award} award
 * @param {Fraction} base
 * @returns {[Fraction, Fraction][]}
 */
export function marginalParts({ tiers = [] }, base) {
  return tiers
    .map(({ start, rate = "0" }, place) => ({ start: fraction(start), rate: fraction(rate), next: tiers[place + 1] }))
    .filter(({ start }) => !isLess(base, start))
    .map(({ start, rate, next }) => {
      const end = next && isLess(fraction(next.start), base) ? fraction(next.start) : base;
      return [subtract(end, start), rate];
    });
}

/**
 * Return the cap of all years in fen; null if there is none.
 * @param {Award} award
 */
function capAll(award) {
  return award.capAll === undefined ? null : toFen(fraction(award.capAll));
}

/**
 * Return the fen of all years, at most their cap.
 * @param {Award} award
 * @param {bigint} yearly
 */
function allYears(award, yearly) {
  const limit = capAll(award);
  const total = yearly * BigInt(award.years ?? "1");
  return limit !== null && limit < total ? limit : total;
}

/**
 * Split fen into parts that add up to them: what the shares so far come to, rounded, less the parts before.
 * @param {bigint} total
 * @param {string[]} shares
 * @returns {bigint[]}
 */
function split(total, shares) {
  let reached = ZERO;
  let paid = 0n;
  return shares.map((share) => {
    reached = add(reached, fraction(share));
    const sum = roundHalfUp(multiply({ n: total, d: 1n }, reached));
    const part = sum - paid;
    paid = sum;
    return part;
  });
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

/**
 * Return the upper bound of a benefit for any base up to a limit, in fen.
 * @param {Award} award
 * @param {Fraction} limit
 * @returns {bigint}
 */
function greatest(award, limit) {
  let [raw] = FORMS[award.form](award, limit);
  if (award.form === "tiers" && !award.marginal) {
    const tiers = award.tiers ?? [];
    raw = ZERO;
    tiers.forEach(({ start, amount, rate = "0" }, place) => {
      if (isLess(limit, fraction(start))) return;
      const next = tiers[place + 1];
      const end = next && isLess(fraction(next.start), limit) ? fraction(next.start) : limit;
      const sum = amount === undefined ? multiply(end, fraction(rate)) : fraction(amount);
      if (isLess(raw, sum)) raw = sum;
    });
  }
  return toFen(limited(award, raw)[0]);
}

/**
 * Return the fen of each year from the first year of the policy on: they add up to the total. Instalments are paid one a
 * year; a cap of all years leaves less for the last ones; what has no bound of a year is counted in its first.
 * @param {Award} award
 * @param {bigint | null} yearly
 * @param {bigint} total
 * @returns {bigint[]}
 */
export function byYear(award, yearly, total) {
  /** @type {bigint[]} */
  const waiting = new Array(Number(award.fromYear ?? "1") - 1).fill(0n);
  if ((award.parts ?? []).length > 0) return [...waiting, ...split(total, award.parts ?? [])];
  if (yearly === null) return [...waiting, total];
  const years = [];
  let remaining = total;
  for (let year = 0; year < Number(award.years ?? "1"); year++) {
    const paid = yearly < remaining ? yearly : remaining;
    years.push(paid);
    remaining -= paid;
  }
  return [...waiting, ...years];
}
