// The assessment: each policy with its verdicts and sums, by value, and what can be combined.
// investment_portal/domain/incentives computes the same in Python; shared test vectors compare both to the fen.
import { reckon } from "./amount.js";
import { best, compare, KINDS, worth } from "./combination.js";
import { joined, judge, openFacts, settled } from "./verdict.js";

/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {import("./verdict.js").Stated} Stated */
/** @typedef {import("./verdict.js").Condition} Condition */
/** @typedef {import("./amount.js").Award} Award */
/** @typedef {import("./amount.js").Reckoned} Reckoned */
/** @typedef {import("./combination.js").Sums} Sums */
/** @typedef {import("./combination.js").Limit} Limit */
/** @typedef {import("./combination.js").Choice} Choice */
/** @typedef {{id: string, start: string, end?: string, conditions?: Condition[], benefits: Award[], excludes?: string[], exhausted?: string}} Declared */
/** @typedef {"open" | "later" | "exhausted" | "ended"} State Available, in force later, money used up, ended. */
/** @typedef {{policies: Declared[], limits?: Limit[]}} Package */
/**
 * A policy: its verdict, its state, the verdict of each condition, its benefits, its sums in fen. `least`
 * is certain by the stated facts, `most` can be reached; `open` is true if nothing bounds it.
 * @typedef {object} Assessed
 * @property {string} id
 * @property {Verdict} verdict
 * @property {State} state
 * @property {Verdict[]} tests
 * @property {Reckoned[]} benefits
 * @property {Sums} least
 * @property {Sums} most
 * @property {boolean} open
 * @property {string[]} missing
 */
/** @typedef {{policies: Assessed[], certain: Choice, possible: Choice}} Answer */

/** Groups of results in order; a policy whose conditions fail is last, whatever its state. */
export const GROUPS = ["yes", "unknown", "later", "exhausted", "no"];

/**
 * Return the group of results in which a policy is shown.
 * @param {Assessed} policy
 * @returns {string}
 */
export function groupOf({ verdict, state }) {
  return verdict === "no" || state === "open" ? verdict : state;
}

/**
 * @param {Declared} declared
 * @param {string} day
 * @returns {State}
 */
function stateOf({ start, end, exhausted }, day) {
  if (end !== undefined && end < day) return "ended";
  if (day < start) return "later";
  return exhausted !== undefined && exhausted <= day ? "exhausted" : "open";
}

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
    new Map(
      policies
        .filter(({ state, verdict }) => state === "open" && verdicts.includes(verdict))
        .map((policy) => [policy.id, policy[sums]]),
    );
  return {
    policies: [...policies].sort(
      (first, other) =>
        GROUPS.indexOf(groupOf(first)) - GROUPS.indexOf(groupOf(other)) ||
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
function assessed(declared, stated, day) {
  const { id, conditions = [], benefits: awards } = declared;
  const state = stateOf(declared, day);
  const tests = conditions.map((condition) => judge(condition, stated));
  const verdict = state === "ended" ? "no" : joined(tests);
  const benefits = awards.map((award) => reckon(award, stated));
  /** @type {[string, Reckoned][]} */
  const counted = verdict === "no" ? [] : benefits.map((reckoned, place) => [awards[place].kind ?? "", reckoned]);
  const unknown = conditions.flatMap((condition) => openFacts(condition, stated));
  return {
    id,
    verdict,
    state,
    tests,
    benefits,
    least: sumsOf(counted.map(([kind, { leastAll }]) => [kind, verdict === "yes" ? leastAll : 0n])),
    // An unbounded sum counts with its certain part, and sets `open`.
    most: sumsOf(counted.map(([kind, { leastAll, mostAll }]) => [kind, mostAll ?? leastAll])),
    open: counted.some(([, { mostAll }]) => mostAll === null),
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
