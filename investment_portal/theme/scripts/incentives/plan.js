// The facts of a plan as the engine reads them; the guide and project pages have the same ones as the matcher.

/** @typedef {import("./verdict.js").Stated} Stated */
/**
 * What a reader says of a plan; figures in yuan and pieces, empty where not stated. `foreign` says whether investors from
 * the reader's place count as foreign: null where that is not known.
 * @typedef {{sector?: string, type?: string, investment?: string, jobs?: string, foreign?: boolean | null}} Plan
 */

/**
 * Return the facts of a plan.
 * @param {Plan} plan
 * @returns {Stated}
 */
export function factsOf({ sector, type, investment, jobs, foreign = null }) {
  /** @type {Stated} */
  const facts = {};
  if (sector) facts.sector = [sector];
  if (type) facts.enterprise_type = foreign && type !== "foreign" ? [type, "foreign"] : [type];
  if (investment) facts.investment = investment;
  if (jobs) facts.jobs = jobs;
  if (foreign !== null && type !== "foreign") facts.foreign_funded = foreign;
  return facts;
}

/**
 * Return facts as the address of the matcher holds them; facts that the matcher does not ask are left out.
 * @param {Stated} facts
 * @param {string[]} asked
 * @returns {[string, string][]}
 */
export function addressOf(facts, asked) {
  return Object.entries(facts)
    .filter(([name]) => asked.includes(name))
    .map(([name, value]) => {
      if (typeof value === "boolean") return [name, value ? "yes" : "no"];
      if (Array.isArray(value)) return [name, value.join(",")];
      return [name, name === "investment" ? `${value}CNY` : String(value)];
    });
}
