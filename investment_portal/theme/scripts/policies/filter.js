// Filtering of policies: any value of a facet, all facets.

/** @typedef {Record<string, string[]>} Values Values by facet, of a policy or of the reader's choice. */

/**
 * Return whether a policy matches the chosen values; `except` is a facet to ignore.
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
 * Return how many policies a value would show with the choice in the other facets.
 * @param {Values[]} policies
 * @param {Values} chosen
 * @param {string} facet
 * @param {string} value
 */
export function countOf(policies, chosen, facet, value) {
  return policies.filter((policy) => policy[facet]?.includes(value) && fits(policy, chosen, facet)).length;
}

/**
 * Return the choice without one of its values.
 * @param {Values} chosen
 * @param {string} facet
 * @param {string} value
 * @returns {Values}
 */
export function without(chosen, facet, value) {
  return { ...chosen, [facet]: (chosen[facet] ?? []).filter((other) => other !== value) };
}

/**
 * Parse a choice from an address: unknown values are dropped, repeated ones count once.
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
