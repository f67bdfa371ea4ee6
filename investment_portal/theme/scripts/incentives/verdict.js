// Verdicts: yes, no, or not known, of one test and of several.
import { below, ratio } from "../lib/fraction.js";

/** @typedef {"yes" | "no" | "unknown"} Verdict */
/** @typedef {{fact: string, least?: string, most?: string, oneOf?: string[], yes?: boolean}} Condition */
/** @typedef {string | string[] | boolean} Value A figure as text, words, or yes or no. */
/** @typedef {Record<string, Value | undefined>} Stated What an investor states, by the name of the fact. */

/**
 * Adds what follows: who states that the firm is foreign-invested need not be asked whether it is foreign-funded.
 * @param {Stated} stated
 * @returns {Stated}
 */
export function settled(stated) {
  const types = stated.enterprise_type;
  if (stated.foreign_funded !== undefined || !Array.isArray(types) || !types.includes("foreign")) return stated;
  return { ...stated, foreign_funded: true };
}

/**
 * Judges one test: what is not stated is not known; of several words one is enough.
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
  const figure = ratio(value);
  return !(least !== undefined && below(figure, ratio(least))) && !(most !== undefined && below(ratio(most), figure));
}

/**
 * Judges several together: one no decides, else one that is not known leaves all open.
 * @param {Verdict[]} verdicts
 * @returns {Verdict}
 */
export function joined(verdicts) {
  if (verdicts.includes("no")) return "no";
  return verdicts.includes("unknown") ? "unknown" : "yes";
}
