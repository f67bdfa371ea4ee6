// The assessment: each policy with its verdicts and sums, by value, and what can be combined.
// investment_portal/domain/incentives computes the same in Python; shared test vectors compare both to the fen.
import { byYear, reckon } from "./amount.js";
import { best, compare, STAGES, sumsOf, worth } from "./combination.js";
import { assumed, firstStage, joined, judge, LIFE, openFacts } from "./verdict.js";

/** @typedef {import("./verdict.js").Verdict} Verdict */
/** @typedef {import("./verdict.js").Stated} Stated */
/** @typedef {import("./verdict.js").Condition} Condition */
/** @typedef {import("./amount.js").Award} Award */
/** @typedef {import("./amount.js").Reckoned} Reckoned */
/** @typedef {import("./combination.js").Sums} Sums */
/** @typedef {import("./combination.js").Limit} Limit */
/** @typedef {import("./combination.js").Choice} Choice */
/** @typedef {import("./combination.js").Payment} Payment */
/** @typedef {{id: string, start: string, end?: string, conditions?: Condition[], benefits: Award[], excludes?: string[], exhausted?: string}} Declared */
/** @typedef {"open" | "later" | "exhausted" | "ended"} State Available, in force later, money used up, ended. */
/** @typedef {{policies: Declared[], limits?: Limit[], bounds?: Record<string, string>}} Package */
/**
 * A policy: its verdict, its state, the verdict of each condition, its benefits, its sums in fen. `least`
 * is certain by the stated facts, `most` can be reached; `open` is true if nothing bounds it. `service` is true if help
 * other than money is certain; `stage` is where the policy can first be used, `year` the year of the investment.
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
 * @property {boolean} service
 * @property {string} stage
 * @property {number} year
 */
/** @typedef {{policies: Assessed[], certain: Choice, possible: Choice}} Answer */

/** Groups of results in order; a policy whose conditions fail is last, whatever its state. */
export const GROUPS = ["yes", "service", "unknown", "later", "exhausted", "no"];

/**
 * Return the group of results in which a policy is shown. A policy whose conditions are met, and whose sum depends on
 * what is not stated, is a service if it has one, and one to be stated more about if it has none.
 * @param {Assessed} policy
 * @returns {string}
 */
export function groupOf({ verdict, state, least, service, missing }) {
  if (verdict !== "no" && state !== "open") return state;
  if (verdict !== "yes" || Object.keys(least).length > 0) return verdict;
  if (service) return "service";
  return missing.length > 0 ? "unknown" : "yes";
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
  const stated = assumed(facts, declarations.bounds ?? {});
  const results = declarations.policies.map((declared) => assessed(declared, stated, day));
  const policies = results.map(({ policy }) => policy);
  const pairs = new Set(
    declarations.policies.flatMap(({ id, excludes = [] }) =>
      excludes.flatMap((other) => [`${id} ${other}`, `${other} ${id}`]),
    ),
  );
  /** @param {string} first @param {string} other */
  const excluded = (first, other) => pairs.has(`${first} ${other}`);
  const limits = declarations.limits ?? [];
  const available = results.filter(({ policy }) => policy.state === "open" && policy.verdict !== "no");
  /** @type {Map<string, Payment[]>} */
  const certain = new Map();
  /** @type {Map<string, Payment[]>} */
  const possible = new Map();
  for (const result of available) {
    if (result.policy.verdict === "yes") certain.set(result.policy.id, result.certain);
    possible.set(result.policy.id, result.possible);
  }
  return {
    policies: [...policies].sort(
      (first, other) =>
        GROUPS.indexOf(groupOf(first)) - GROUPS.indexOf(groupOf(other)) ||
        compare(worth(other.least), worth(first.least)) ||
        compare(worth(other.most), worth(first.most)),
    ),
    certain: best(certain, excluded, limits),
    possible: best(possible, excluded, limits),
  };
}

/**
 * Return a policy with its certain and its possible payments.
 * @param {Declared} declared
 * @param {Stated} stated
 * @param {string} day
 * @returns {{policy: Assessed, certain: Payment[], possible: Payment[]}}
 */
function assessed(declared, stated, day) {
  const { id, conditions = [], benefits: awards } = declared;
  const state = stateOf(declared, day);
  const tests = conditions.map((condition) => judge(condition, stated));
  const verdict = state === "ended" ? "no" : joined(tests);
  const benefits = awards.map((award) => reckon(award, stated));
  const counted = verdict === "no" ? [] : benefits;
  const unknown = conditions.flatMap((condition) => openFacts(condition, stated));
  const { stage, year } = beginOf(declared, stated);
  /** @type {Payment[]} */
  const certain = [];
  /** @type {Payment[]} */
  const possible = [];
  counted.forEach((reckoned, place) => {
    const award = awards[place];
    const kind = award.kind ?? "";
    if (!kind) return;
    /** @param {bigint | null} yearly @param {bigint} total @returns {Payment[]} */
    const payments = (yearly, total) =>
      byYear(award, yearly, total)
        .map((fen, after) => ({ year: year + after, stage, kind, fen }))
        .filter(({ fen }) => fen);
    // An unbounded sum counts with its certain part, and sets `open`.
    possible.push(...payments(reckoned.most, reckoned.mostAll ?? reckoned.leastAll));
    if (verdict === "yes") certain.push(...payments(reckoned.least, reckoned.leastAll));
  });
  const policy = {
    id,
    verdict,
    state,
    tests,
    benefits,
    least: sumsOf(certain),
    most: sumsOf(possible),
    open: counted.some(({ mostAll }) => mostAll === null),
    missing: verdict === "no" ? [] : [...new Set([...unknown, ...counted.flatMap(({ missing }) => missing)])],
    service: counted.some((reckoned, place) => awards[place].form === "service" && reckoned.verdict === "yes"),
    stage,
    year,
  };
  return { policy, certain, possible };
}

/**
 * Return the stage in which a policy can first be used, and the year: one stage a year from the first stated one on.
 * @param {Declared} declared
 * @param {Stated} stated
 */
function beginOf({ conditions = [] }, { stage: ahead }) {
  const reached = Array.isArray(ahead) ? ahead : LIFE;
  const tested = conditions.filter(({ fact }) => fact === "stage").map(({ oneOf = [] }) => oneOf);
  const usable = reached.filter((stage) => tested.every((stages) => stages.includes(stage)));
  const stage = STAGES.find((name) => usable.includes(name)) ?? STAGES[STAGES.length - 1];
  return { stage, year: 1 + (LIFE.includes(stage) ? LIFE.indexOf(stage) - firstStage(reached) : 0) };
}
