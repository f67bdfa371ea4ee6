// The order that wishes give to those which meet the musts, and what would change it.
// investment_portal/domain/requirements/ranking.py computes the same in Python; shared test vectors compare both.
import { ZERO, add, fraction, fractionText, isLess, subtract } from "../lib/fraction.js";
import { verdicts } from "./verdict.js";

/** @typedef {import("../lib/fraction.js").Fraction} Fraction */
/** @typedef {import("./verdict.js").Outcome} Outcome */
/** @typedef {import("./verdict.js").Requirement} Requirement */
/** @typedef {"fits" | "open" | "out"} Grade All musts met; none missed, some not known; some missed. */
/** @typedef {{place: number, outcomes: Outcome[], grade: Grade, least: Fraction, most: Fraction}} Ranked */
/** @typedef {{kind: "above" | "below" | "confirm", requirements: number[], figure?: string}} Change */

/** @type {Grade[]} */
export const GRADES = ["fits", "open", "out"];
/** Outcomes that a further answer can turn into another one. @type {Outcome[]} */
export const OPEN = ["part", "unknown", "read"];

/**
 * Order records by their grade, then by the weights that they surely meet, then by those that they may meet.
 * @param {import("./verdict.js").Facts[]} records
 * @param {Requirement[]} requirements
 * @param {Record<string, import("./verdict.js").Criterion>} criteria
 * @returns {Ranked[]}
 */
export function rank(records, requirements, criteria) {
  return records.map((facts, place) => ranked(place, verdicts(facts, requirements, criteria), requirements)).sort(order);
}

/** @param {Ranked} first @param {Ranked} second */
function order(first, second) {
  return (
    GRADES.indexOf(first.grade) - GRADES.indexOf(second.grade) ||
    compare(second.least, first.least) ||
    compare(second.most, first.most) ||
    first.place - second.place
  );
}

/** @param {Fraction} first @param {Fraction} second */
function compare(first, second) {
  if (isLess(first, second)) return -1;
  return isLess(second, first) ? 1 : 0;
}

/** @param {number} place @param {Outcome[]} outcomes @param {Requirement[]} requirements @returns {Ranked} */
function ranked(place, outcomes, requirements) {
  const musts = outcomes.filter((_, at) => requirements[at].weight === undefined);
  const met = musts.every((outcome) => outcome === "pass" || outcome === "other");
  /** @type {Grade} */
  const passed = met ? "fits" : "open";
  const grade = musts.includes("fail") ? "out" : passed;
  const sum = (/** @type {Outcome[]} */ counted) =>
    requirements.reduce(
      (all, { weight }, at) => (weight !== undefined && counted.includes(outcomes[at]) ? add(all, fraction(weight)) : all),
      ZERO,
    );
  return { place, outcomes, grade, least: sum(["pass"]), most: sum(["pass", ...OPEN]) };
}

/**
 * Return each single change that would put the lower of two records first.
 * @param {Ranked} above
 * @param {Ranked} below
 * @param {Requirement[]} requirements
 * @returns {Change[]}
 */
export function changes(above, below, requirements) {
  if (below.grade === "out") return [];
  if (above.grade !== below.grade) return byMusts(above, below, requirements);
  const lead = subtract(above.least, below.least);
  /** @type {Change[]} */
  const possible = [];
  requirements.forEach(({ weight }, place) => {
    if (weight === undefined) return;
    const [first, second, own] = [above.outcomes[place], below.outcomes[place], fraction(weight)];
    const change = { requirements: [place] };
    if (second === "pass" && first !== "pass")
      possible.push({ kind: "above", ...change, figure: fractionText(add(own, lead)) });
    if (first === "pass" && second !== "pass" && isLess(lead, own))
      possible.push({ kind: "below", ...change, figure: fractionText(subtract(own, lead)) });
    if (OPEN.includes(second) && isLess(lead, own)) possible.push({ kind: "confirm", ...change });
  });
  return possible;
}

/**
 * Return the musts that have to be confirmed, if the wishes then put the lower record first.
 * @param {Ranked} above
 * @param {Ranked} below
 * @param {Requirement[]} requirements
 * @returns {Change[]}
 */
function byMusts(above, below, requirements) {
  const ahead = compare(below.least, above.least) || compare(below.most, above.most);
  if (ahead <= 0) return [];
  const asked = requirements
    .map(({ weight }, place) => (weight === undefined && OPEN.includes(below.outcomes[place]) ? place : -1))
    .filter((place) => place >= 0);
  return [{ kind: "confirm", requirements: asked }];
}
