// The best combination of policies that exclusions and shared caps permit, by exact search.
import { toFen, fraction } from "../lib/fraction.js";

/** @typedef {Record<string, bigint>} Sums Fen by kind of money. */
/** @typedef {{policies: string[], kind: string, most: string}} Limit */
/** @typedef {{policies: string[], sums: Sums}} Choice */

/** Kinds of money: grants and savings first; equity, loans and guarantees are never added to them. */
export const KINDS = ["grant", "saving", "equity", "loan", "guarantee"];

/**
 * Return the rank of sums: grants and savings, then equity, then loans, then guarantees.
 * @param {Sums} sums
 * @returns {bigint[]}
 */
export function worth(sums) {
  const [grant, saving, ...remaining] = KINDS.map((kind) => sums[kind] ?? 0n);
  return [grant + saving, ...remaining];
}

/**
 * Compare lists of numbers by the first difference: positive if the first list is greater.
 * @template {bigint | number} Item
 * @param {Item[]} first
 * @param {Item[]} other
 */
export function compare(first, other) {
  const place = first.findIndex((item, index) => item !== other[index]);
  if (place < 0) return 0;
  return first[place] > other[place] ? 1 : -1;
}

/**
 * Add up sums by kind of money under shared caps, inner caps before outer ones.
 * @param {string[]} chosen
 * @param {Map<string, Sums>} sumsOf
 * @param {Limit[]} limits
 * @returns {Sums}
 */
export function capped(chosen, sumsOf, limits) {
  /** @type {Sums} */
  const sums = {};
  for (const kind of KINDS) {
    let blocks = chosen.map((id) => ({ ids: [id], sum: sumsOf.get(id)?.[kind] ?? 0n }));
    const applicable = limits
      .filter((limit) => limit.kind === kind)
      .sort((first, other) => first.policies.length - other.policies.length);
    for (const limit of applicable) {
      const inside = blocks.filter((block) => block.ids.some((id) => limit.policies.includes(id)));
      const sum = inside.reduce((all, block) => all + block.sum, 0n);
      const cap = toFen(fraction(limit.most));
      const outside = blocks.filter((block) => !inside.includes(block));
      blocks = [...outside, { ids: inside.flatMap((block) => block.ids), sum: sum < cap ? sum : cap }];
    }
    const sum = blocks.reduce((all, block) => all + block.sum, 0n);
    if (sum) sums[kind] = sum;
  }
  return sums;
}

/**
 * Return the combination of the highest value; of equal ones the larger, then the earlier.
 * @param {Map<string, Sums>} sums
 * @param {(first: string, other: string) => boolean} excluded
 * @param {Limit[]} limits
 * @returns {Choice}
 */
export function best(sums, excluded, limits) {
  const ids = [...sums.keys()];
  /** @type {{chosen: string[], rank: bigint[]} | null} */
  let top = null;
  /** @param {string[]} chosen */
  const rankOf = (chosen) => [...worth(capped(chosen, sums, limits)), BigInt(chosen.length)];
  /** @param {string[]} chosen */
  const places = (chosen) => chosen.map((id) => ids.indexOf(id));

  /** @param {string[]} chosen */
  function consider(chosen) {
    const rank = rankOf(chosen);
    const better = top ? compare(rank, top.rank) || compare(places(top.chosen), places(chosen)) : 1;
    if (better > 0) top = { chosen, rank };
  }

  /**
   * Branch on the policy with the most conflicts, as long as the rest could still be better (branch and bound).
   * @param {string[]} taken
   * @param {string[]} open
   */
  function descend(taken, open) {
    if (top && compare(rankOf([...taken, ...open]), top.rank) < 0) return;
    const conflicts = open.map((policy) => open.filter((other) => other !== policy && excluded(policy, other)));
    const maximum = Math.max(0, ...conflicts.map((others) => others.length));
    if (maximum === 0) {
      consider([...taken, ...open].sort((first, other) => ids.indexOf(first) - ids.indexOf(other)));
      return;
    }
    const place = conflicts.findIndex((others) => others.length === maximum);
    const remaining = open.filter((policy) => policy !== open[place]);
    descend(
      [...taken, open[place]],
      remaining.filter((policy) => !conflicts[place].includes(policy)),
    );
    descend(taken, remaining);
  }

  descend([], ids);
  const chosen = top ? /** @type {{chosen: string[]}} */ (top).chosen : [];
  return { policies: chosen, sums: capped(chosen, sums, limits) };
}
