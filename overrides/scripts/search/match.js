// Which documents hold everything that was typed, and which of them most likely is meant.
import { folded, forms, placeOf } from "../lib/folded.js";
import { spells } from "../lib/spelled.js";

/** @typedef {import("./data.js").Document} Document */
/** @typedef {{document: Document, rank: number}} Found */

const IN_NAME = 3, IN_SHORT = 2, IN_TEXT = 1, WHOLE_NAME = 4;

/**
 * Finds the documents that hold every term, those that say it in their name first.
 * @param {Document[]} documents
 * @param {string[]} terms
 * @returns {Found[]}
 */
export function match(documents, terms) {
  if (terms.length === 0) return [];
  const phrase = folded(terms.join(" "));
  /** @type {Found[]} */
  const found = [];
  for (const document of documents) {
    let rank = 0;
    for (const term of terms) {
      const own = rankOf(document, term);
      if (own === 0) {
        rank = 0;
        break;
      }
      rank += own;
    }
    if (rank > 0) found.push({ document, rank: rank / terms.length + (document.name.split("\n").includes(phrase) ? WHOLE_NAME : 0) });
  }
  return found.sort((one, other) => other.rank - one.rank);
}

/**
 * @param {Document} document
 * @param {string} term
 */
function rankOf(document, term) {
  const written = forms(term);
  /** @param {string} text */
  const holds = (text) => written.some((one) => placeOf(text, one) >= 0);
  if (holds(document.name)) return IN_NAME;
  if (document.spelling && spells(document.spelling, term)) return IN_SHORT;
  if (holds(document.short)) return IN_SHORT;
  return holds(document.whole) ? IN_TEXT : 0;
}

const BEFORE = 24, LONG = 120;

/**
 * Gives what a document says about the terms: its summary where that names one of them, else the line that does.
 * @param {Document} document
 * @param {string[]} terms
 * @returns {string}
 */
export function excerpt(document, terms) {
  /** @param {string} line @param {string} term */
  const at = (line, term) => Math.max(...forms(term).map((one) => placeOf(folded(line), one)));
  if (terms.some((term) => at(document.summary, term) >= 0)) return document.summary;
  for (const term of terms)
    for (const line of document.text.split("\n")) {
      const place = at(line, term);
      if (place < 0) continue;
      if (line.length <= LONG + BEFORE) return line;
      const from = Math.max(0, place - BEFORE);
      return `${from > 0 ? "…" : ""}${line.slice(from, from + LONG)}${from + LONG < line.length ? "…" : ""}`;
    }
  return document.summary;
}
