// The best combination of policies that exclusions and shared caps permit, by exact search.
import { toFen, fraction } from "../lib/fraction.js";
import { LIFE } from "./verdict.js";

/** @typedef {Record<string, bigint>} Sums Fen by kind of money. */
/** @typedef {{policies: string[], kind: string, most: string}} Limit */
/** @typedef {{year: number, stage: string, kind: string, fen: bigint}} Payment Fen of a policy in a year of the investment. */
/** @typedef {{policies: string[], sums: Sums, years: Record<string, bigint[]>, stages: Record<string, Sums>}} Choice */

/** Stages in their order; hardship is last. */
export const STAGES = [...LIFE, "hardship"];

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
 * @param {Map<string, Payment[]>} payments
 * @param {(first: string, other: string) => boolean} excluded
 * @param {Limit[]} limits
 * @returns {Choice}
 */
export function best(payments, excluded, limits) {
  const sums = new Map([...payments].map(([id, paid]) => [id, sumsOf(paid)]));
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
  const paid = spread(chosen, payments, limits);
  const total = sumsOf(paid);
  const last = Math.max(0, ...paid.map(({ year }) => year));
  /** @type {Record<string, bigint[]>} */
  const years = {};
  for (const kind of Object.keys(total))
    years[kind] = Array.from({ length: last }, (_, place) =>
      paid
        .filter((payment) => payment.kind === kind && payment.year === place + 1)
        .reduce((sum, { fen }) => sum + fen, 0n),
    );
  /** @type {Record<string, Sums>} */
  const stages = {};
  for (const stage of STAGES) {
    const byKind = sumsOf(paid.filter((payment) => payment.stage === stage));
    if (Object.keys(byKind).length > 0) stages[stage] = byKind;
  }
  return { policies: chosen, sums: total, years, stages };
}

/**
 * Add up payments by kind of money, in the order of kinds.
 * @param {Payment[]} payments
 * @returns {Sums}
 */
export function sumsOf(payments) {
  /** @type {Sums} */
  const sums = {};
  for (const kind of KINDS) {
    const sum = payments.reduce((all, payment) => (payment.kind === kind ? all + payment.fen : all), 0n);
    if (sum) sums[kind] = sum;
  }
  return sums;
}

/**
 * Return the payments of chosen policies; a shared cap leaves the earlier ones and takes from the later ones.
 * @param {string[]} chosen
 * @param {Map<string, Payment[]>} payments
 * @param {Limit[]} limits
 * @returns {Payment[]}
 */
function spread(chosen, payments, limits) {
  /** @type {Payment[]} */
  const all = [];
  for (const kind of KINDS) {
    let blocks = chosen.map((id) => ({
      ids: [id],
      paid: (payments.get(id) ?? []).filter((payment) => payment.kind === kind && payment.fen),
    }));
    const applicable = limits
      .filter((limit) => limit.kind === kind)
      .sort((first, other) => first.policies.length - other.policies.length);
    for (const limit of applicable) {
      const inside = blocks.filter((block) => block.ids.some((id) => limit.policies.includes(id)));
      let remaining = toFen(fraction(limit.most));
      const paid = [];
      const inOrder = inside
        .reduce((joined, block) => [...joined, ...block.paid], /** @type {Payment[]} */ ([]))
        .sort(
          (first, other) => first.year - other.year || STAGES.indexOf(first.stage) - STAGES.indexOf(other.stage),
        );
      for (const payment of inOrder) {
        const fen = payment.fen < remaining ? payment.fen : remaining;
        remaining -= fen;
        paid.push({ ...payment, fen });
      }
      const outside = blocks.filter((block) => !inside.includes(block));
      blocks = [...outside, { ids: inside.flatMap((block) => block.ids), paid }];
    }
    for (const block of blocks) all.push(...block.paid.filter(({ fen }) => fen));
  }
  return all;
}
