// Filtering of projects: the matches, and for each value how many it would add.

import { yuan } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./address.js").Limits} Limits */
/** @typedef {{rows: number[], counts: Map<string, Uint32Array>, without: Map<string, number>, closed: number}} Narrowed */

/**
 * Return the projects with any chosen value in every facet that contain the typed words. Counts of a facet ignore its
 * own filter, so that no value leads to an empty list.
 * @param {Index} index
 * @param {Map<string, Set<string>>} chosen
 * @param {{order: Int32Array, closed: boolean, matching: Uint8Array | null, limits?: Map<string, Limits>}} how
 * @returns {Narrowed}
 */
export function narrow(index, chosen, { order, closed, matching, limits = new Map() }) {
  const { facets } = index;
  const active = facets
    .map((facet, at) => ({ at, of: facet.of, passes: passing(facet, chosen.get(facet.name)) }))
    .filter((facet) => facet.passes);
  const others = [
    ...[...limits].map(([name, bounds]) => ({ name: `${name}_limits`, passes: within(index, name, bounds) })),
    ...(matching ? [{ name: "q", passes: matching }] : []),
  ];
  const hits = facets.map((facet) => new Uint32Array(facet.sets.length));
  const failing = new Uint32Array(facets.length + others.length);
  /** @type {number[]} */
  const rows = [];
  let closedCount = 0;
  for (const row of order) {
    let fails = 0;
    let failed = -1;
    for (let at = 0; at < others.length; at++)
      if (!others[at].passes[row]) {
        fails++;
        failed = facets.length + at;
      }
    for (const facet of active)
      if (!(/** @type {Uint8Array} */ (facet.passes)[facet.of[row]])) {
        failed = facet.at;
        if (++fails > 1) break;
      }
    if (fails > 1) continue;
    if (index.closed[row]) {
      if (fails === 0) closedCount++;
      if (!closed) continue;
    }
    if (fails === 0) {
      rows.push(row);
      for (let at = 0; at < facets.length; at++) hits[at][facets[at].of[row]]++;
    } else {
      failing[failed]++;
      if (failed < facets.length) hits[failed][facets[failed].of[row]]++;
    }
  }
  const without = new Map(facets.map((facet, at) => [facet.name, failing[at]]));
  others.forEach(({ name }, at) => without.set(name, failing[facets.length + at]));
  return {
    rows,
    counts: new Map(facets.map((facet, at) => [facet.name, counted(facet, hits[at])])),
    without,
    closed: closedCount,
  };
}

const YI = 1e8;
const HECTARE = 1e4;

/**
 * Return for every project whether a figure of it may lie within two bounds: a sum with bounds of its own does where
 * both overlap. A project without the figure does not.
 * @param {Index} index
 * @param {string} name
 * @param {Limits} limits in 亿元, or hectares
 * @returns {Uint8Array}
 */
export function within(index, name, { min = 0, max = Infinity }) {
  const unit = name === "sum" ? YI : HECTARE;
  return Uint8Array.from(index.ids, (_, row) => {
    const [low, high] = name === "sum" ? sumBounds(index, row) : areaBounds(index, name, row);
    return Number(low !== null && low <= max * unit && high >= min * unit);
  });
}

/**
 * @param {Index} index
 * @param {number} row
 * @returns {[number | null, number]}
 */
function sumBounds(index, row) {
  const low = yuan(index, row);
  const qualifier = index.qualifiers[row];
  if (low === null || qualifier === "negotiable") return [null, 0];
  const rate = index.rates[index.currencies[row]] ?? 1;
  const high = index.highs[row];
  if (high !== undefined) return [low, high * rate];
  return [low, qualifier === "least" ? Infinity : low];
}

/**
 * @param {Index} index
 * @param {string} name
 * @param {number} row
 * @returns {[number | null, number]}
 */
function areaBounds(index, name, row) {
  const area = (name === "ready" ? index.ready : index.land)[row];
  return [area, area ?? 0];
}

/**
 * Return for each set of values whether it contains a chosen one; null where none is chosen.
 * @param {import("./index.js").Facet} facet
 * @param {Set<string> | undefined} chosen
 * @returns {Uint8Array | null}
 */
function passing({ values, sets }, chosen) {
  if (!chosen || chosen.size === 0) return null;
  return Uint8Array.from(sets, (set) => Number(set.some((value) => chosen.has(values[value][0]))));
}

/**
 * @param {import("./index.js").Facet} facet
 * @param {Uint32Array} hits
 */
function counted({ values, sets }, hits) {
  const counts = new Uint32Array(values.length);
  sets.forEach((set, at) => {
    for (const value of set) counts[value] += hits[at];
  });
  return counts;
}

/**
 * Add or remove a value; a value and its parent are never chosen together.
 * @param {Map<string, Set<string>>} chosen
 * @param {import("./index.js").Facet} facet
 * @param {string} value
 * @param {boolean} on
 * @returns {Map<string, Set<string>>}
 */
export function choose(chosen, facet, value, on) {
  const next = new Map(chosen);
  const values = new Set(next.get(facet.name));
  values.delete(value);
  if (on) {
    const parentOf = new Map(facet.values.map(([child, , parent]) => [child, parent]));
    for (const other of values)
      if (parentOf.get(other) === value || parentOf.get(value) === other) values.delete(other);
    values.add(value);
  }
  if (values.size > 0) next.set(facet.name, values);
  else next.delete(facet.name);
  return next;
}
