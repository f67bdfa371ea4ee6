// What the tools for assistants share: their data, and the sentences with which they refuse a wrong argument.
import { has } from "../lib/collections.js";
import { formatMessage } from "../lib/dom.js";
import { loadData } from "../lib/data_script.js";
import { readFigure } from "../matcher/figure_input.js";

/** @typedef {{id: string, name: string, sort: string}} Fact */
/**
 * @typedef {{language: "zh" | "en", zone: string, day: string, site: string, script: string, words: Record<string, string>,
 *   names: Record<"sector" | "park" | "origin" | "policy" | "stage" | "type", Record<string, string>>, facts: Fact[],
 *   rates: Record<string, string>, routes: import("../contacts/route.js").Declaration, reasons: Record<string, string>,
 *   contacts: Record<string, object>, chunks: {names: number, compare: number}, groups: any[], costs: any}} Terms
 */

const LISTED = 50;

/** Return the address of the site's data scripts. */
export function dataFolder() {
  return `${document.documentElement.dataset.root ?? ""}assets/data/`;
}

/**
 * Load a data script of the site.
 * @param {string} name
 * @returns {Promise<any>}
 */
export function load(name) {
  return loadData(`${dataFolder()}${name}.js`, name);
}

/**
 * Refuse an id that no record of a kind has; an empty one stands for any.
 * @param {Terms} terms
 * @param {"sector" | "park" | "origin" | "stage" | "type"} kind
 * @param {string | undefined} id
 */
export function known(terms, kind, id) {
  if (id && !has(terms.names[kind], id))
    throw new Error(
      formatMessage(terms.words.unknown, { kind, id, ids: Object.keys(terms.names[kind]).slice(0, LISTED).join(", ") }),
    );
}

/**
 * Return a typed figure in base units; throw where it cannot be read.
 * @param {Terms} terms
 * @param {string | undefined} text
 * @param {{sort: string, whole?: boolean}} wanted
 * @param {string} [unit]
 */
export function figure(terms, text, wanted, unit = "") {
  const { value, problem } = readFigure(text ?? "", unit, wanted, terms.rates);
  if (problem) throw new Error(formatMessage(terms.words.unreadable, { text: text ?? "", sort: terms.words[wanted.sort] }));
  return value;
}

/**
 * Return sums in yuan.
 * @param {Record<string, bigint>} sums in fen
 */
export function inYuan(sums) {
  return Object.fromEntries(Object.entries(sums).map(([kind, fen]) => [kind, yuan(fen)]));
}

/** @param {bigint} fen */
export function yuan(fen) {
  return Number(fen) / 100;
}

/**
 * Return the address of a page.
 * @param {Terms} terms
 * @param {string} folder
 * @param {string} id
 */
export function pageOf(terms, folder, id) {
  return `${terms.site}${folder}/${id}/`;
}
