// The index of projects from the data script, and what is derived from it.
import { spell } from "../lib/pinyin.js";

/** @typedef {[value: string, label: string, parent?: string]} Value */
/** @typedef {{name: string, label: string, shown: boolean, under: string, later: boolean, values: Value[], sets: number[][], of: number[]}} Facet */
/** @template Entry @typedef {{entries: Entry[], of: number[]}} Column */
/**
 * @typedef {object} Index
 * @property {string[]} ids
 * @property {string[]} names
 * @property {Facet[]} facets
 * @property {(number | null)[]} sums
 * @property {Record<number, number>} highs upper bounds of sums that have one of their own
 * @property {Record<number, string>} qualifiers about, least, most, negotiable
 * @property {Record<number, string>} currencies
 * @property {Record<string, number>} rates
 * @property {Record<string, string>} old the date of each rate that should have been renewed
 * @property {(number | null)[]} land
 * @property {(number | null)[]} ready square metres of ready plots
 * @property {Column<[label: string, text: string][]>} spaces
 * @property {Column<string>} places
 * @property {Column<[string, string][]>} badges
 * @property {Column<string>} verified
 * @property {number[]} published
 * @property {Record<number, number>} weights
 * @property {Record<number, number>} closed
 * @property {Record<string, string>} syllables
 * @property {Record<number, string>} otherwise
 * @property {Record<string, string>} labels
 * @property {Record<string, string>} formerly
 * @property {number} pieces
 * @property {number} piece
 */

/**
 * Return the investment of a project with its bounds; null where none is named.
 * @param {Index} index
 * @param {number} row
 * @returns {import("../lib/money.js").Sum | null}
 */
export function investment({ sums, highs, qualifiers, currencies }, row) {
  const [low, qualifier] = [sums[row], qualifiers[row] ?? ""];
  if (low === null && qualifier !== "negotiable") return null;
  return { low: low ?? 0, high: highs[row], qualifier, currency: currencies[row] ?? "CNY" };
}

/**
 * Return the lower bound of a project's investment in yuan, at the dated rate for other currencies.
 * @param {Index} index
 * @param {number} row
 * @returns {number | null}
 */
export function yuan({ sums, currencies, rates }, row) {
  const sum = sums[row];
  if (sum === null) return null;
  const currency = currencies[row];
  return currency ? (rates[currency] ? sum * rates[currency] : null) : sum;
}

/**
 * Return the label of a project's first value in a facet.
 * @param {Index} index
 * @param {string} name
 * @param {number} row
 * @returns {string}
 */
export function labelOf({ facets }, name, row) {
  const facet = facets.find((candidate) => candidate.name === name);
  const set = facet?.sets[facet.of[row]] ?? [];
  return facet && set.length > 0 ? facet.values[set[0]][1] : "";
}

/** @type {WeakMap<Index, Map<string, Int32Array>>} */
const ORDERS = new WeakMap();

/**
 * Return all projects in an order, closed ones last; each order is computed once.
 * @param {Index} index
 * @param {string} sort
 * @param {string} language
 * @returns {Int32Array}
 */
export function inOrder(index, sort, language) {
  const orders = ORDERS.get(index) ?? new Map();
  ORDERS.set(index, orders);
  if (!orders.has(sort)) {
    const compare = comparing(index, sort, language);
    const rows = index.ids.map((_, row) => row);
    rows.sort(
      (first, second) => (index.closed[first] ?? 0) - (index.closed[second] ?? 0) || compare(first, second) || first - second,
    );
    orders.set(sort, Int32Array.from(rows));
  }
  return orders.get(sort);
}

/**
 * @param {Index} index
 * @param {string} sort
 * @param {string} language
 * @returns {(first: number, second: number) => number}
 */
function comparing(index, sort, language) {
  if (sort === "name") {
    const keys = index.names.map((name, row) => (language === "zh" ? spell(name, row, index).key : name.toLowerCase()));
    return (first, other) => (keys[first] < keys[other] ? -1 : keys[first] > keys[other] ? 1 : 0);
  }
  if (sort === "newest") return (first, other) => index.published[other] - index.published[first];
  if (sort === "sector" || sort === "stage") {
    const places = placesIn(index, sort);
    const way = sort === "stage" ? -1 : 1;
    return (first, other) => (places[first] - places[other]) * way;
  }
  const sums = index.ids.map((_, row) => yuan(index, row));
  const [name, up] = sort.split("-");
  const figures = name === "land" ? index.land : name === "ready" ? index.ready : sums;
  const way = up ? 1 : -1;
  // What is not known comes last either way.
  const bySize = (/** @type {number} */ first, /** @type {number} */ other) => {
    const [one, two] = [figures[first] ?? null, figures[other] ?? null];
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    return (one - two) * way;
  };
  if (sort !== "weight") return bySize;
  return (first, other) => (index.weights[other] ?? 0) - (index.weights[first] ?? 0) || bySize(first, other);
}

/**
 * Return for every project the place of its first value in a facet.
 * @param {Index} index
 * @param {string} name
 */
function placesIn({ facets, ids }, name) {
  const facet = facets.find((candidate) => candidate.name === name);
  return ids.map((_, row) => (facet ? (facet.sets[facet.of[row]][0] ?? -1) : 0));
}
