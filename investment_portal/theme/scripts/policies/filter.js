// Which policies fit a choice: within a facet one value is enough, across facets all must fit.

/** @typedef {Record<string, string[]>} Values What a policy, or a reader, has in each facet. */

/**
 * Says whether a policy fits the chosen values; `except` names a facet that does not count.
 * @param {Values} policy
 * @param {Values} chosen
 * @param {string} [except]
 */
export function fits(policy, chosen, except = "") {
  return Object.entries(chosen).every(
    ([facet, values]) =>
      facet === except || values.length === 0 || values.some((value) => policy[facet]?.includes(value)),
  );
}

/**
 * Counts the policies that a value would show beside what is chosen in the other facets.
 * @param {Values[]} policies
 * @param {Values} chosen
 * @param {string} facet
 * @param {string} value
 */
export function countOf(policies, chosen, facet, value) {
  return policies.filter((policy) => policy[facet]?.includes(value) && fits(policy, chosen, facet)).length;
}

/**
 * Gives the choice without one of its values.
 * @param {Values} chosen
 * @param {string} facet
 * @param {string} value
 * @returns {Values}
 */
export function without(chosen, facet, value) {
  return { ...chosen, [facet]: (chosen[facet] ?? []).filter((one) => one !== value) };
}

/**
 * Reads a choice from an address: values that no facet has are dropped, each counts once.
 * @param {URLSearchParams} address
 * @param {Values} known
 * @returns {Values}
 */
export function chosenIn(address, known) {
  return Object.fromEntries(
    Object.entries(known).map(([facet, values]) => [
      facet,
      values.filter((value) => address.getAll(facet).includes(value)),
    ]),
  );
}
