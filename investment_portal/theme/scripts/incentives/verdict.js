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
/** @typedef {{atMost: string}} AtMost The bound of a figure that is not stated, as a stated figure implies it. */
/** @typedef {string | string[] | boolean | AtMost} Value A figure as text, chosen values, a boolean, or a bound. */
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

/** The stages of an investment in their order; hardship has no place in it. */
export const LIFE = ["settling", "building", "production", "growth"];
/** Facts that are assumed where they are not stated; the page says so. @type {Stated} */
const DEFAULTS = { new_to_district: true };

/**
 * Add implied facts, defaults, the stages that follow and the bounds of figures; limit figures to their bounds.
 * @param {Stated} stated
 * @param {Record<string, string>} bounds the fact that bounds another
 * @returns {Stated}
 */
export function assumed(stated, bounds) {
  const facts = settled(stated);
  /** @type {Stated} */
  const complete = { ...DEFAULTS, ...facts };
  const stages = complete.stage;
  if (Array.isArray(stages)) complete.stage = [...new Set([...stages, ...LIFE.slice(firstStage(stages))])];
  for (const fact of Object.keys(bounds)) {
    const limit = boundOf(fact, facts, bounds);
    if (limit === null) continue;
    const value = complete[fact];
    if (value === undefined) complete[fact] = { atMost: limit };
    else if (typeof value === "string" && isLess(fraction(limit), fraction(value))) complete[fact] = limit;
  }
  return complete;
}

/**
 * Return the place of the earliest stage in the life of an investment; its end if none belongs to it.
 * @param {string[]} stages
 */
export function firstStage(stages) {
  const places = stages.filter((stage) => LIFE.includes(stage)).map((stage) => LIFE.indexOf(stage));
  return Math.min(LIFE.length, ...places);
}

/**
 * Return the least of the stated figures that bound a fact, directly or through others; null if there is none.
 * @param {string} fact
 * @param {Stated} stated
 * @param {Record<string, string>} bounds
 * @returns {string | null}
 */
export function boundOf(fact, stated, bounds) {
  const seen = [fact];
  let least = null;
  for (let wider = bounds[fact]; wider !== undefined && !seen.includes(wider); wider = bounds[wider]) {
    seen.push(wider);
    const value = stated[wider];
    if (typeof value === "string" && (least === null || isLess(fraction(value), fraction(least)))) least = value;
  }
  return least;
}

/**
 * Evaluate one condition: a fact that is not stated is unknown; of several values one is enough. Without a stage the
 * whole life of the investment counts. A figure of which only a bound is known fails what exceeds the bound, and meets
 * what every figure up to it meets.
 * @param {Condition} condition
 * @param {Stated} stated
 * @returns {Verdict}
 */
export function judge(condition, stated) {
  if (condition.any) return either(condition.any.map((inner) => judge(inner, stated)));
  if (condition.all) return joined(condition.all.map((inner) => judge(inner, stated)));
  if (condition.none) return REVERSED[either(condition.none.map((inner) => judge(inner, stated)))];
  const value = stated[condition.fact ?? ""];
  if (value === undefined)
    return condition.fact === "stage" && (condition.oneOf ?? []).some((stage) => LIFE.includes(stage)) ? "yes" : "unknown";
  if (isBound(value)) return within(condition, fraction(value.atMost));
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

/** @param {Value | undefined} value @returns {value is AtMost} */
export function isBound(value) {
  return typeof value === "object" && !Array.isArray(value);
}

/**
 * Evaluate a condition for a figure from nothing to a limit.
 * @param {Condition} condition
 * @param {import("../lib/fraction.js").Fraction} limit
 * @returns {Verdict}
 */
function within({ least, most }, limit) {
  if (least !== undefined && isLess(limit, fraction(least))) return "no";
  const certain =
    (least === undefined || fraction(least).n <= 0n) && (most === undefined || !isLess(fraction(most), limit));
  return certain ? "yes" : "unknown";
}

/** @param {Condition} condition @param {string | string[] | boolean} value */
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
