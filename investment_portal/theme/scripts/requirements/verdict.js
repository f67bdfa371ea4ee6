// Verdicts: whether what a record states meets a requirement, wholly, in part, not, or is not known.
// investment_portal/domain/requirements/verdict.py computes the same in Python; shared test vectors compare both.
import { ZERO, add, fraction, isLess } from "../lib/fraction.js";

/** @typedef {"pass" | "part" | "fail" | "unknown" | "read" | "other"} Outcome */
/** @typedef {"least" | "most" | "in" | "has"} Way */
/** @typedef {{low?: string, high?: string, ids?: string[], words?: boolean}} Item A value of a record. */
/** @typedef {Record<string, Item>} Items */
/** @typedef {{kind: string, alone: Items, pools: Record<string, Items[]>, parks?: Facts[]}} Facts */
/** @typedef {{of: string[], pool?: string, inherited?: boolean}} Criterion */
/** @typedef {{key: string, way: Way, limit?: string, ids?: string[], weight?: string}} Requirement A must has no weight. */

/**
 * Compare one value with a requirement; a range meets it where all of the range does.
 * @param {Item | undefined} item
 * @param {Requirement} requirement
 * @returns {Outcome}
 */
export function judge(item, { way, limit = "0", ids = [] }) {
  if (!item) return "unknown";
  if (item.words) return "read";
  if (way === "in") return (item.ids ?? []).some((id) => ids.includes(id)) ? "pass" : "fail";
  const low = item.low === undefined ? null : fraction(item.low);
  const high = item.high === undefined ? null : fraction(item.high);
  if (way === "has") return high !== null && high.n === 0n ? "fail" : "pass";
  const wanted = fraction(limit);
  const meets = way === "least" ? low !== null && !isLess(low, wanted) : high !== null && !isLess(wanted, high);
  const misses = way === "least" ? high !== null && isLess(high, wanted) : low !== null && isLess(wanted, low);
  if (meets) return "pass";
  return misses ? "fail" : "part";
}

/**
 * Return the outcome of each requirement; those of plots, and of halls, are compared on the best one of them.
 * @param {Facts} facts
 * @param {Requirement[]} requirements
 * @param {Record<string, Criterion>} criteria
 * @returns {Outcome[]}
 */
export function verdicts(facts, requirements, criteria) {
  const chosen = bestMembers(facts, requirements, criteria);
  return requirements.map((requirement) => {
    const { of, pool, inherited } = criteria[requirement.key];
    if (!of.includes(facts.kind)) return "other";
    if (pool) return judge(((facts.pools[pool] ?? [])[chosen[pool]] ?? {})[requirement.key], requirement);
    const item = facts.alone[requirement.key];
    const parks = facts.parks ?? [];
    if (!item && inherited && parks.length > 0)
      return combine(parks.map((park) => judge(park.alone[requirement.key], requirement)));
    return judge(item, requirement);
  });
}

/**
 * Return the place of the plot and of the hall that misses the fewest musts, then leaves the fewest open, then misses
 * the least weight.
 * @param {Facts} facts
 * @param {Requirement[]} requirements
 * @param {Record<string, Criterion>} criteria
 * @returns {Record<string, number>}
 */
export function bestMembers(facts, requirements, criteria) {
  /** @type {Record<string, number>} */
  const best = {};
  for (const [pool, members] of Object.entries(facts.pools)) {
    const asked = requirements.filter(({ key }) => criteria[key].pool === pool);
    const misses = members.map((member) => missesOf(member, asked));
    misses.forEach((miss, place) => {
      if (!(pool in best) || isFewer(miss, misses[best[pool]])) best[pool] = place;
    });
  }
  return best;
}

/** @typedef {{missed: number, open: number, weight: import("../lib/fraction.js").Fraction}} Misses */

/** @param {Items} member @param {Requirement[]} asked @returns {Misses} */
function missesOf(member, asked) {
  const misses = { missed: 0, open: 0, weight: ZERO };
  for (const requirement of asked) {
    const outcome = judge(member[requirement.key], requirement);
    if (outcome === "pass") continue;
    if (requirement.weight !== undefined) misses.weight = add(misses.weight, fraction(requirement.weight));
    else {
      misses.open += 1;
      if (outcome === "fail") misses.missed += 1;
    }
  }
  return misses;
}

/** @param {Misses} first @param {Misses} second */
function isFewer(first, second) {
  if (first.missed !== second.missed) return first.missed < second.missed;
  if (first.open !== second.open) return first.open < second.open;
  return isLess(first.weight, second.weight);
}

/**
 * Return the outcome of a project at several parks: that of all, else in part, or not known where one is not.
 * @param {Outcome[]} outcomes
 * @returns {Outcome}
 */
function combine(outcomes) {
  if (new Set(outcomes).size === 1) return outcomes[0];
  return outcomes.includes("unknown") ? "unknown" : "part";
}
