// Filtering of projects: the matches, and for each value how many it would add.

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{rows: number[], counts: Map<string, Uint32Array>, without: Map<string, number>, closed: number}} Narrowed */

/**
 * Return the projects with any chosen value in every facet that contain the typed words. Counts of a facet ignore its
 * own filter, so that no value leads to an empty list.
 * @param {Index} index
 * @param {Map<string, Set<string>>} chosen
 * @param {{order: Int32Array, closed: boolean, matching: Uint8Array | null}} how
 * @returns {Narrowed}
 */
export function narrow(index, chosen, { order, closed, matching }) {
  const { facets } = index;
  const active = facets
    .map((facet, at) => ({ at, of: facet.of, passes: passing(facet, chosen.get(facet.name)) }))
    .filter((facet) => facet.passes);
  const hits = facets.map((facet) => new Uint32Array(facet.sets.length));
  const failing = new Uint32Array(facets.length + 1);
  /** @type {number[]} */
  const rows = [];
  let closedCount = 0;
  for (const row of order) {
    let fails = 0;
    let failed = -1;
    if (matching && !matching[row]) {
      fails = 1;
      failed = facets.length;
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
  without.set("q", failing[facets.length]);
  return {
    rows,
    counts: new Map(facets.map((facet, at) => [facet.name, counted(facet, hits[at])])),
    without,
    closed: closedCount,
  };
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
