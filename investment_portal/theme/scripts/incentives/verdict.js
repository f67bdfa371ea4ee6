// Verdicts (yes, no, unknown) of one condition and of several.
import { isLess, fraction } from "../lib/fraction.js";

/** @typedef {"yes" | "no" | "unknown"} Verdict */
/** @typedef {{fact: string, least?: string, most?: string, oneOf?: string[], yes?: boolean}} Condition */
/** @typedef {string | string[] | boolean} Value A figure as text, chosen values, or a boolean. */
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
  const value = stated[condition.fact];
  if (value === undefined) return "unknown";
  return fits(condition, value) ? "yes" : "no";
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
