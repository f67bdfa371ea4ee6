// Verdicts (yes, no, unknown) of one condition and of several.
import { isLess, fraction } from "../lib/fraction.js";

/** @typedef {"yes" | "no" | "unknown"} Verdict */
/**
 * A test of one fact; or of several tests, `any`, `all` or `none` of which must be passed.
 * @typedef {object} Condition
 * @property {string} [fact]
 * @property {string} [least]
 * @property {string} [most]
 * @property {string[]} [oneOf]
 * @property {boolean} [yes]
 * @property {Condition[]} [any]
 * @property {Condition[]} [all]
 * @property {Condition[]} [none]
 */
/** @typedef {string | string[] | boolean} Value A figure as text, chosen values, or a boolean. */
/**
 * The verdict of a test that must not be passed.
 * @type {Record<Verdict, Verdict>}
 */
const REVERSED = { yes: "no", no: "yes", unknown: "unknown" };

/** @typedef {Record<string, Value | undefined>} Stated Facts that an investor states, by name. */

/**
 * Add implied facts: a foreign-invested firm is foreign-funded.
 * @param {Stated} stated
 * @returns {Stated}
 */
export function settled(stated) {
  const types = stated.enterprise_type;
  if (stated.foreign_funded !== undefined || !Array.isArray(types) || !types.includes("foreign")) return stated;
  return { ...stated, foreign_funded: true };
}

/**
 * Evaluate one condition: a fact that is not stated is unknown; of several values one is enough.
 * @param {Condition} condition
 * @param {Stated} stated
 * @returns {Verdict}
 */
export function judge(condition, stated) {
  if (condition.any) return either(condition.any.map((inner) => judge(inner, stated)));
  if (condition.all) return joined(condition.all.map((inner) => judge(inner, stated)));
  if (condition.none) return REVERSED[either(condition.none.map((inner) => judge(inner, stated)))];
  const value = stated[condition.fact ?? ""];
  if (value === undefined) return "unknown";
  return fits(condition, value) ? "yes" : "no";
}

/**
 * Return the facts that could still decide a condition; none if its verdict is certain.
 * @param {Condition} condition
 * @param {Stated} stated
 * @returns {string[]}
 */
export function openFacts(condition, stated) {
  if (judge(condition, stated) !== "unknown") return [];
  const inner = [...(condition.any ?? []), ...(condition.all ?? []), ...(condition.none ?? [])];
  return inner.length > 0 ? inner.flatMap((test) => openFacts(test, stated)) : [condition.fact ?? ""];
}

/**
 * Return the facts that a condition asks for.
 * @param {Condition} condition
 * @returns {string[]}
 */
export function factsIn({ fact, any = [], all = [], none = [] }) {
  return [...(fact ? [fact] : []), ...[...any, ...all, ...none].flatMap(factsIn)];
}

/** @param {Condition} condition @param {Value} value */
function fits({ least, most, oneOf = [], yes }, value) {
  if (typeof value === "boolean") return value === yes;
  if (Array.isArray(value)) return value.some((word) => oneOf.includes(word));
  const figure = fraction(value);
  return (
    !(least !== undefined && isLess(figure, fraction(least))) && !(most !== undefined && isLess(fraction(most), figure))
  );
}

/**
 * Combine verdicts: one no decides; else one unknown makes all unknown.
 * @param {Verdict[]} verdicts
 * @returns {Verdict}
 */
export function joined(verdicts) {
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("unknown") ? "unknown" : "yes";
}

/**
 * Combine verdicts of conditions of which one is enough: one yes decides; else one unknown makes all unknown.
 * @param {Verdict[]} verdicts
 * @returns {Verdict}
 */
export function either(verdicts) {
  if (verdicts.includes("yes")) return "yes";
  return verdicts.includes("unknown") ? "unknown" : "no";
}
