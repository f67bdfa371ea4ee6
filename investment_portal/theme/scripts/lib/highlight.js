// Highlights the terms of a query in existing elements: text nodes are split, never parsed as markup.
import { normalizeWithOffsets } from "./normalize.js";
import { termsOf } from "./search/query.js";

/** @typedef {import("./search/query.js").Unit} Unit */

/**
 * Highlight the terms of a query in the text of an element.
 * @param {Element} within
 * @param {Unit[]} units
 */
export function highlight(within, units) {
  if (units.length === 0) return;
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) highlightText(text, termRanges(text.data, units));
}

/**
 * Highlight ranges of a text node.
 * @param {Text} node
 * @param {[number, number][]} ranges
 */
export function highlightText(node, ranges) {
  if (ranges.length === 0 || (node.parentElement && node.parentElement.closest("mark, button, select, script"))) return;
  /** @type {(string | Node)[]} */
  const pieces = [];
  let end = 0;
  for (const [from, to] of ranges) {
    const marked = document.createElement("mark");
    marked.textContent = node.data.slice(from, to);
    pieces.push(node.data.slice(end, from), marked);
    end = to;
  }
  node.replaceWith(...pieces, node.data.slice(end));
}

/**
 * Return the ranges of a query's terms in a text, merged where they touch.
 * @param {string} text
 * @param {Unit[]} units
 * @returns {[number, number][]}
 */
export function termRanges(text, units) {
  const { normalized, offsets } = normalizeWithOffsets(text);
  /** @type {[number, number][]} */
  const ranges = [];
  for (const term of termsOf(units))
    for (let hit = term.next(normalized, 0); hit; hit = term.next(normalized, hit[1]))
      ranges.push([offsets[hit[0]], offsets[hit[1] - 1] + 1]);
  /** @type {[number, number][]} */
  const joined = [];
  for (const range of ranges.sort((first, second) => first[0] - second[0])) {
    const last = joined[joined.length - 1];
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else joined.push([range[0], range[1]]);
  }
  return joined;
}
