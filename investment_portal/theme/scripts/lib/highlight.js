// Marks what was searched for, in elements that stand already: texts are split, never written as markup.
import { folded, forms, placeOf } from "./normalize.js";

/**
 * Marks every term in the texts of an element.
 * @param {Element} within
 * @param {string[]} terms
 */
export function mark(within, terms) {
  if (terms.length === 0) return;
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) markText(text, ranges(text.data, terms));
}

/**
 * Marks ranges of a text node.
 * @param {Text} node
 * @param {[number, number][]} found
 */
export function markText(node, found) {
  if (found.length === 0 || node.parentElement?.closest("mark, button, select, script")) return;
  /** @type {(string | Node)[]} */
  const pieces = [];
  let end = 0;
  for (const [from, to] of found) {
    const marked = document.createElement("mark");
    marked.textContent = node.data.slice(from, to);
    pieces.push(node.data.slice(end, from), marked);
    end = to;
  }
  node.replaceWith(...pieces, node.data.slice(end));
}

/**
 * Gives where terms stand in a text as it is written, joined where they touch.
 * @param {string} text
 * @param {string[]} terms
 * @returns {[number, number][]}
 */
export function ranges(text, terms) {
  const { plain, places } = traced(text);
  const all = terms.flatMap(forms).flatMap((term) => {
    /** @type {[number, number][]} */
    const found = [];
    for (let at = placeOf(plain, term); at >= 0; at = placeOf(plain, term, at + term.length))
      found.push([places[at], places[at + term.length - 1] + 1]);
    return found;
  });
  /** @type {[number, number][]} */
  const joined = [];
  for (const range of all.sort((one, other) => one[0] - other[0])) {
    const last = joined.at(-1);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else joined.push(range);
  }
  return joined;
}

/**
 * Folds a text and keeps for each sign where it stood.
 * @param {string} text
 */
function traced(text) {
  let plain = "";
  /** @type {number[]} */
  const places = [];
  const whole = folded(text);
  for (let at = 0, next = 0; at < text.length && next < whole.length; at++)
    for (const sign of text[at].normalize("NFKC").toLowerCase())
      if (whole[next] === sign) {
        plain += sign;
        places.push(at);
        next++;
      }
  return { plain, places };
}
