// Highlights search terms in existing elements: text nodes are split, never parsed as markup.
import { lastOf } from "./collections.js";
import { normalize, wordForms, indexOfTerm } from "./normalize.js";

/**
 * Highlight terms in the text of an element.
 * @param {Element} within
 * @param {string[]} terms
 */
export function highlight(within, terms) {
  if (terms.length === 0) return;
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) highlightText(text, termRanges(text.data, terms));
}

/**
 * Highlight ranges of a text node.
 * @param {Text} node
 * @param {[number, number][]} ranges
 */
export function highlightText(node, ranges) {
  if (ranges.length === 0 || node.parentElement?.closest("mark, button, select, script")) return;
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
 * Return the ranges of terms in a text, merged where they touch.
 * @param {string} text
 * @param {string[]} terms
 * @returns {[number, number][]}
 */
export function termRanges(text, terms) {
  const { normalizedText, offsets } = normalizeWithOffsets(text);
  const all = terms.flatMap(wordForms).flatMap((term) => {
    /** @type {[number, number][]} */
    const ranges = [];
    for (
      let index = indexOfTerm(normalizedText, term);
      index >= 0;
      index = indexOfTerm(normalizedText, term, index + term.length)
    )
      ranges.push([offsets[index], offsets[index + term.length - 1] + 1]);
    return ranges;
  });
  /** @type {[number, number][]} */
  const joined = [];
  for (const range of all.sort((first, second) => first[0] - second[0])) {
    const last = lastOf(joined);
    if (last && range[0] <= last[1]) last[1] = Math.max(last[1], range[1]);
    else joined.push(range);
  }
  return joined;
}

/**
 * Normalize a text, with the original offset of each character.
 * @param {string} text
 */
function normalizeWithOffsets(text) {
  let normalizedText = "";
  /** @type {number[]} */
  const offsets = [];
  const normalized = normalize(text);
  for (let index = 0, next = 0; index < text.length && next < normalized.length; index++)
    for (const character of text[index].normalize("NFKC").toLowerCase())
      if (normalized[next] === character) {
        normalizedText += character;
        offsets.push(index);
        next++;
      }
  return { normalizedText, offsets };
}
