// Matching and ranking of documents.
import { normalize, wordForms, termTest, indexOfTerm } from "../lib/normalize.js";
import { matchSpelling } from "../lib/pinyin.js";

/** @typedef {import("./index.js").Document} Document */
/** @typedef {{document: Document, rank: number}} Found */

const IN_NAME = 3,
  IN_SHORT = 2,
  IN_TEXT = 1,
  IN_LABEL = 0.5,
  WHOLE_NAME = 4;

/**
 * Return the documents that contain every term, matches in names first. A term that no document contains may be the
 * label of a field: then it matches every record with that field.
 * @param {Document[]} documents
 * @param {string[]} terms
 * @param {Map<string, string>} [labels] folded names of the fields, by kind
 * @returns {Found[]}
 */
export function match(documents, terms, labels = new Map()) {
  if (terms.length === 0) return [];
  const phrase = normalize(terms.join(" "));
  const ranks = terms.map((term) => {
    const holds = termTest(term);
    const own = documents.map((document) => rankOf(document, term, holds));
    return own.some((rank) => rank > 0)
      ? own
      : documents.map(({ kind }) => (holds(labels.get(kind) ?? "") ? IN_LABEL : 0));
  });
  /** @type {Found[]} */
  const found = [];
  for (const [place, document] of documents.entries()) {
    let rank = 0;
    for (const all of ranks) {
      const own = all[place];
      if (own === 0) {
        rank = 0;
        break;
      }
      rank += own;
    }
    if (rank > 0)
      found.push({
        document,
        rank: rank / terms.length + (document.name.split("\n").includes(phrase) ? WHOLE_NAME : 0),
      });
  }
  return found.sort((one, other) => other.rank - one.rank);
}

/**
 * @param {Document} document
 * @param {string} term
 * @param {(text: string) => boolean} holds
 */
function rankOf(document, term, holds) {
  if (holds(document.name)) return IN_NAME;
  if (document.spelling && matchSpelling(document.spelling, term)) return IN_SHORT;
  if (holds(document.short)) return IN_SHORT;
  return holds(document.whole) ? IN_TEXT : 0;
}

const BEFORE = 24,
  LONG = 120;

/**
 * Return an excerpt about the terms: the summary if it contains one, else the first line that does, never the title.
 * @param {Document} document
 * @param {string[]} terms
 * @returns {string}
 */
export function excerpt(document, terms) {
  /** @param {string} line @param {string} term */
  const at = (line, term) => Math.max(...wordForms(term).map((one) => indexOfTerm(normalize(line), one)));
  if (terms.some((term) => at(document.summary, term) >= 0)) return document.summary;
  for (const term of terms)
    for (const line of document.text.split("\n")) {
      const place = at(line, term);
      // The title stands above already.
      if (place < 0 || line === document.title) continue;
      if (line.length <= LONG + BEFORE) return line;
      const from = Math.max(0, place - BEFORE);
      return `${from > 0 ? "…" : ""}${line.slice(from, from + LONG)}${from + LONG < line.length ? "…" : ""}`;
    }
  return document.summary;
}
