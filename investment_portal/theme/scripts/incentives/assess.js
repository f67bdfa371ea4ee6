// The assessment: each policy with its verdicts and sums, by value, and what can be combined.
// investment_portal/domain/incentives computes the same in Python; shared test vectors compare both to the fen.
import { reckon } from "./amount.js";
import { best, compare, KINDS, worth } from "./combination.js";
import { joined, judge, settled } from "./verdict.js";

/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {import("./verdict.js").Stated} Stated */
/** @typedef {import("./verdict.js").Condition} Condition */
/** @typedef {import("./amount.js").Award} Award */
/** @typedef {import("./amount.js").Reckoned} Reckoned */
/** @typedef {import("./combination.js").Sums} Sums */
/** @typedef {import("./combination.js").Limit} Limit */
/** @typedef {import("./combination.js").Choice} Choice */
/** @typedef {{id: string, start: string, end?: string, conditions?: Condition[], benefits: Award[], excludes?: string[]}} Declared */
/** @typedef {{policies: Declared[], limits?: Limit[]}} Package */
/**
 * A policy: its verdict, whether it is in force, the verdict of each condition, its benefits, its sums in fen. `least`
 * is certain by the stated facts, `most` can be reached; `open` is true if nothing bounds it.
 * @typedef {object} Assessed
 * @property {string} id
 * @property {Verdict} verdict
 * @property {boolean} inForce
 * @property {Verdict[]} tests
 * @property {Reckoned[]} benefits
 * @property {Sums} least
 * @property {Sums} most
 * @property {boolean} open
 * @property {string[]} missing
 */
/** @typedef {{policies: Assessed[], certain: Choice, possible: Choice}} Answer */

/** @type {Verdict[]} */
const RANKS = ["yes", "unknown", "no"];

/**
 * Assess the facts of an investor as of a day ("2026-11-24"): policies by value, the combination that is certain, and
 * the one that can be reached with the missing facts.
 * @param {Package} declarations
 * @param {Stated} facts
 * @param {string} day
 * @returns {Answer}
 */
export function assess(declarations, facts, day) {
  const stated = settled(facts);
  const policies = declarations.policies.map((declared) => assessed(declared, stated, day));
  const pairs = new Set(
    declarations.policies.flatMap(({ id, excludes = [] }) =>
      excludes.flatMap((other) => [`${id} ${other}`, `${other} ${id}`]),
    ),
  );
  /** @param {string} first @param {string} other */
  const excluded = (first, other) => pairs.has(`${first} ${other}`);
  const limits = declarations.limits ?? [];
  /** @param {Verdict[]} verdicts @param {"least" | "most"} sums */
  const sumsBy = (verdicts, sums) =>
    new Map(policies.filter((policy) => verdicts.includes(policy.verdict)).map((policy) => [policy.id, policy[sums]]));
  return {
    policies: [...policies].sort(
      (first, other) =>
        RANKS.indexOf(first.verdict) - RANKS.indexOf(other.verdict) ||
        compare(worth(other.least), worth(first.least)) ||
        compare(worth(other.most), worth(first.most)),
    ),
    certain: best(sumsBy(["yes"], "least"), excluded, limits),
    possible: best(sumsBy(["yes", "unknown"], "most"), excluded, limits),
  };
}

/**
 * @param {Declared} declared
 * @param {Stated} stated
 * @param {string} day
 * @returns {Assessed}
 */
function assessed({ id, start, end, conditions = [], benefits: awards }, stated, day) {
  const inForce = start <= day && (end === undefined || day <= end);
  const tests = conditions.map((condition) => judge(condition, stated));
  const verdict = inForce ? joined(tests) : "no";
  const benefits = awards.map((award) => reckon(award, stated));
  /** @type {[string, Reckoned][]} */
  const counted = verdict === "no" ? [] : benefits.map((reckoned, place) => [awards[place].kind ?? "", reckoned]);
  const unknown = conditions.filter((_, place) => tests[place] === "unknown").map((condition) => condition.fact);
  return {
    id,
    verdict,
    inForce,
    tests,
    benefits,
    least: sumsOf(counted.map(([kind, { least, years }]) => [kind, verdict === "yes" ? least * years : 0n])),
    // An unbounded sum counts with its certain part, and sets `open`.
    most: sumsOf(counted.map(([kind, { least, most, years }]) => [kind, (most ?? least) * years])),
    open: counted.some(([, { most }]) => most === null),
    missing: verdict === "no" ? [] : [...new Set([...unknown, ...counted.flatMap(([, { missing }]) => missing)])],
  };
}

/**
 * @param {[string, bigint][]} parts
 * @returns {Sums}
 */
function sumsOf(parts) {
  /** @type {Sums} */
  const sums = {};
  for (const kind of KINDS) {
    const sum = parts.reduce((all, [moneyKind, amount]) => (moneyKind === kind ? all + amount : all), 0n);
    if (sum) sums[kind] = sum;
  }
  return sums;
}
