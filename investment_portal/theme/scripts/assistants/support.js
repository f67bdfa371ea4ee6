// Tools for assistants on support and costs: the engines of the matcher and of the cost sheet.
import { fraction } from "../lib/fraction.js";
import { formatMessage } from "../lib/dom.js";
import { today } from "../lib/today.js";
import { sheet } from "../costs/sheet.js";
import { assess, groupOf } from "../incentives/assess.js";
import { factsOf } from "../incentives/plan.js";
import { yearly } from "../incentives/total.js";
import { figure, inYuan, known, load, pageOf, yuan } from "./terms.js";

/** @typedef {import("./terms.js").Terms} Terms */
/** @typedef {import("../incentives/verdict.js").Stated} Stated */

const FIGURES = ["money", "area", "count", "share"];
const MARGIN = "1/10";
/** The quantities of a plan: their kind, the unit of a bare number, and the item that they are of. */
/** @type {Record<string, {sort: string, item: string, unit?: string}>} */
const QUANTITIES = {
  land: { sort: "area", unit: "mu", item: "land" },
  hall: { sort: "area", unit: "m2", item: "rent" },
  power: { sort: "count", item: "power" },
  water: { sort: "count", item: "water" },
  sewage: { sort: "count", item: "sewage" },
  gas: { sort: "count", item: "gas" },
  steam: { sort: "count", item: "steam" },
  people: { sort: "count", item: "staff" },
};

/**
 * Return which policies apply to stated facts, the sums in yuan, and the best combination.
 * @param {Terms} terms
 * @param {{facts?: Record<string, string>}} request
 */
export async function matchIncentives(terms, { facts = {} }) {
  /** @type {Stated} */
  const stated = {};
  for (const [id, text] of Object.entries(facts)) stated[id] = factOf(terms, id, String(text));
  const data = await load(`support.${terms.language}`);
  const day = today(terms.zone, terms.day);
  const answer = assess(data.package, stated, day);
  return {
    day,
    certain: { policies: answer.certain.policies, sums: inYuan(answer.certain.sums) },
    possible: { policies: answer.possible.policies, sums: inYuan(answer.possible.sums) },
    policies: answer.policies.map((policy) => ({
      id: policy.id,
      name: terms.names.policy[policy.id] ?? policy.id,
      applies: groupOf(policy),
      certain: inYuan(policy.least),
      possible: inYuan(policy.most),
      facts_missing: policy.missing,
      page: pageOf(terms, "policies", policy.id),
    })),
    note: terms.words.estimate,
  };
}

/** @param {Terms} terms @param {string} id @param {string} text */
function factOf(terms, id, text) {
  const fact = terms.facts.find((candidate) => candidate.id === id);
  if (!fact)
    throw new Error(formatMessage(terms.words.unknown, { kind: "fact", id, ids: terms.facts.map((entry) => entry.id).join(", ") }));
  if (FIGURES.includes(fact.sort)) return figure(terms, text, fact);
  if (fact.sort !== "yes_no") {
    if (fact.sort === "sector") known(terms, "sector", text);
    if (fact.sort === "enterprise_type") known(terms, "type", text);
    return [text];
  }
  if (text !== "yes" && text !== "no") throw new Error(formatMessage(terms.words.yes_or_no, { id, text }));
  return text === "yes";
}

/**
 * Return the costs and the support of ten years in each park with prices, in yuan.
 * @param {Terms} terms
 * @param {Record<string, string>} plan
 */
export async function costSheet(terms, plan) {
  known(terms, "sector", plan.sector);
  known(terms, "type", plan.type);
  /** @type {Record<string, string>} */
  const quantities = {};
  for (const [name, { sort, item, unit }] of Object.entries(QUANTITIES)) {
    const value = figure(terms, plan[name], { sort, whole: name === "people" }, unit);
    if (value && fraction(value).n > 0n) quantities[item] = value;
  }
  if (Object.keys(quantities).length === 0) throw new Error(terms.words.no_quantity);
  const [wage, sum] = [plan.wage, plan.investment].map((text) => figure(terms, text, { sort: "money" }));
  const margin = figure(terms, plan.margin, { sort: "share" }) || MARGIN;
  const facts = factsOf({ sector: plan.sector, type: plan.type, investment: sum, jobs: quantities.staff });
  if (quantities.rent && terms.costs.asked.includes("hall")) facts.hall = quantities.rent;
  const data = await load(`support.${terms.language}`);
  const { certain, possible } = assess(data.package, facts, today(terms.zone, terms.day));
  const [sure, most] = [yearly(certain), yearly(possible)];
  const parks = terms.costs.parks.map((/** @type {any} */ park) => {
    const prices = { ...park.prices, ...(wage ? { staff: { least: wage, most: wage } } : {}) };
    return parkSheet(terms, park, sheet(quantities, prices, margin, sure, most));
  });
  return { support: { certain: sure.map(yuan), possible: most.map(yuan) }, parks, note: terms.words.estimate };
}

/** @param {Terms} terms @param {any} park @param {import("../costs/sheet.js").Sheet} costs */
function parkSheet(terms, park, { rows, once, yearly: each, years, total, complete }) {
  /** @param {[bigint, bigint]} range */
  const range = ([low, high]) => ({ least: yuan(low), most: yuan(high) });
  return {
    id: park.id,
    name: park.name,
    example: park.example,
    items: rows.map(({ item, least, most }) => ({
      item: terms.costs.items[item],
      ...(least === null || most === null ? { ask: park.contact } : range([least, most])),
    })),
    once: range(once),
    yearly: range(each),
    years: years.map(range),
    total: range(total),
    complete,
    page: pageOf(terms, "parks", park.id),
  };
}
