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
  const [grant, saving, ...rest] = KINDS.map((kind) => sums[kind] ?? 0n);
  return [grant + saving, ...rest];
}

/**
 * Compare lists of numbers by the first difference: positive if the first list is greater.
 * @template {bigint | number} Item
 * @param {Item[]} one
 * @param {Item[]} other
 */
export function compare(one, other) {
  const place = one.findIndex((item, index) => item !== other[index]);
  if (place < 0) return 0;
  return one[place] > other[place] ? 1 : -1;
}

/**
 * Add up sums by kind of money under shared caps, inner caps before outer ones.
 * @param {string[]} chosen
 * @param {Map<string, Sums>} offers
 * @param {Limit[]} limits
 * @returns {Sums}
 */
export function capped(chosen, offers, limits) {
  /** @type {Sums} */
  const sums = {};
  for (const kind of KINDS) {
    let blocks = chosen.map((id) => ({ ids: [id], sum: offers.get(id)?.[kind] ?? 0n }));
    const own = limits
      .filter((limit) => limit.kind === kind)
      .sort((one, other) => one.policies.length - other.policies.length);
    for (const limit of own) {
      const inside = blocks.filter((block) => block.ids.some((id) => limit.policies.includes(id)));
      const sum = inside.reduce((all, block) => all + block.sum, 0n);
      const most = toFen(fraction(limit.most));
      const apart = blocks.filter((block) => !inside.includes(block));
      blocks = [...apart, { ids: inside.flatMap((block) => block.ids), sum: sum < most ? sum : most }];
    }
    const sum = blocks.reduce((all, block) => all + block.sum, 0n);
    if (sum) sums[kind] = sum;
  }
  return sums;
}

/**
 * Return the combination of the highest value; of equal ones the larger, then the earlier.
 * @param {Map<string, Sums>} offers
 * @param {(one: string, other: string) => boolean} excluded
 * @param {Limit[]} limits
 * @returns {Choice}
 */
export function best(offers, excluded, limits) {
  const ids = [...offers.keys()];
  /** @type {{chosen: string[], rank: bigint[]} | null} */
  let found = null;
  /** @param {string[]} chosen */
  const rankOf = (chosen) => [...worth(capped(chosen, offers, limits)), BigInt(chosen.length)];
  /** @param {string[]} chosen */
  const places = (chosen) => chosen.map((id) => ids.indexOf(id));

  /** @param {string[]} chosen */
  function weigh(chosen) {
    const rank = rankOf(chosen);
    const better = found ? compare(rank, found.rank) || compare(places(found.chosen), places(chosen)) : 1;
    if (better > 0) found = { chosen, rank };
  }

  /**
   * Branch on the policy with the most conflicts, as long as the rest could still be better (branch and bound).
   * @param {string[]} taken
   * @param {string[]} open
   */
  function descend(taken, open) {
    if (found && compare(rankOf([...taken, ...open]), found.rank) < 0) return;
    const conflicts = open.map((one) => open.filter((other) => other !== one && excluded(one, other)));
    const most = Math.max(0, ...conflicts.map((others) => others.length));
    if (most === 0) {
      weigh([...taken, ...open].sort((one, other) => ids.indexOf(one) - ids.indexOf(other)));
      return;
    }
    const place = conflicts.findIndex((others) => others.length === most);
    const rest = open.filter((one) => one !== open[place]);
    descend(
      [...taken, open[place]],
      rest.filter((one) => !conflicts[place].includes(one)),
    );
    descend(taken, rest);
  }

  descend([], ids);
  const chosen = found ? /** @type {{chosen: string[]}} */ (found).chosen : [];
  return { policies: chosen, sums: capped(chosen, offers, limits) };
}
