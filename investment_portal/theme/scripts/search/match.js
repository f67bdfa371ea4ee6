// Matching and ranking of documents.
import { normalize, wordForms, termTest, indexOfTerm } from "../lib/normalize.js";
import { matchSpelling } from "../lib/pinyin.js";

/** @typedef {import("./index.js").Document} Document */
/** @typedef {{document: Document, rank: number}} Match */

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
 * @returns {Match[]}
 */
export function match(documents, terms, labels = new Map()) {
  if (terms.length === 0) return [];
  const phrase = normalize(terms.join(" "));
  const ranks = terms.map((term) => {
    const matches = termTest(term);
    const termRank = documents.map((document) => rankOf(document, term, matches));
    return termRank.some((rank) => rank > 0)
      ? termRank
      : documents.map(({ kind }) => (matches(labels.get(kind) ?? "") ? IN_LABEL : 0));
  });
  /** @type {Match[]} */
  const matched = [];
  for (const [place, document] of documents.entries()) {
    let rank = 0;
    for (const all of ranks) {
      const termRank = all[place];
      if (termRank === 0) {
        rank = 0;
        break;
      }
      rank += termRank;
    }
    if (rank > 0)
      matched.push({
        document,
        rank: rank / terms.length + (document.name.split("\n").includes(phrase) ? WHOLE_NAME : 0),
      });
  }
  return matched.sort((first, other) => other.rank - first.rank);
}

/**
 * @param {Document} document
 * @param {string} term
 * @param {(text: string) => boolean} matches
 */
function rankOf(document, term, matches) {
  if (matches(document.name)) return IN_NAME;
  if (document.spelling && matchSpelling(document.spelling, term)) return IN_SHORT;
  if (matches(document.short)) return IN_SHORT;
  return matches(document.whole) ? IN_TEXT : 0;
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
  const at = (line, term) => Math.max(...wordForms(term).map((form) => indexOfTerm(normalize(line), form)));
  if (terms.some((term) => at(document.summary, term) >= 0)) return document.summary;
  for (const term of terms)
    for (const line of document.text.split("\n")) {
      const place = at(line, term);
      // The title is shown above already.
      if (place < 0 || line === document.title) continue;
      if (line.length <= LONG + BEFORE) return line;
      const from = Math.max(0, place - BEFORE);
      return `${from > 0 ? "…" : ""}${line.slice(from, from + LONG)}${from + LONG < line.length ? "…" : ""}`;
    }
  return document.summary;
}
