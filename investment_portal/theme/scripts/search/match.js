// Matching and ranking: which documents contain a query, where, and in which order they are shown.
import { termRanges } from "../lib/highlight.js";
import { normalize } from "../lib/normalize.js";
import { matchSpelling } from "../lib/pinyin.js";
import { isNear } from "../lib/search/nearness.js";
import { parseQuery, splitAnywhere } from "../lib/search/query.js";

/** @typedef {import("./library.js").Library} Library */
/** @typedef {import("./library.js").Document} Document */
/** @typedef {import("../lib/search/query.js").Query} Query */
/**
 * @typedef {object} Match
 * @property {Document} document
 * @property {number} place
 * @property {number} score
 * @property {boolean} inHeading whether name, keywords or summary contain the query; else only the text does
 */
/** @typedef {{query: Query, corrected: string, isLiteral: boolean, matches: Match[]}} Outcome */

/** Kinds in the order in which they are shown where scores are equal. */
export const KINDS = ["sector", "project", "park", "policy", "contact", "chain", "firm", "event", "page", "result", "notice"];
const BY_PINYIN = 3.2,
  KEYWORD_BY_PINYIN = 2.8,
  WHOLE_BY_PINYIN = 1.5;
const SECTOR = 0.4;
const HALF = 1.5;
const SHORTEST_CORRECTED = 5;

/**
 * Search the documents as far as they are loaded: literally, then with words split, then with one letter corrected.
 * @param {Library} library
 * @param {string} typed
 * @param {Set<string>} ignored
 * @returns {Outcome}
 */
export function search(library, typed, ignored) {
  const { lexicon } = library;
  if (!lexicon) return { query: { typed, units: [], phrase: null }, corrected: "", isLiteral: true, matches: [] };
  const query = parseQuery(typed, lexicon, ignored);
  for (const attempt of [query, splitAnywhere(query)]) {
    const matches = matchesOf(library, attempt);
    if (matches.length > 0) return { query: attempt, corrected: "", isLiteral: attempt === query, matches };
  }
  const corrected = correct(library, query);
  if (corrected) {
    const other = parseQuery(corrected, lexicon, ignored);
    const matches = matchesOf(library, other);
    if (matches.length > 0) return { query: other, corrected, isLiteral: false, matches };
  }
  return { query, corrected: "", isLiteral: false, matches: [] };
}

/**
 * @param {Library} library
 * @param {Query} query
 * @returns {Match[]}
 */
function matchesOf(library, { units, phrase }) {
  if (units.length === 0) return [];
  const { documents, headings, texts } = library;
  const scores = units.map((unit) => {
    const inHeadings = headings.scoresOf(unit);
    if (inHeadings.every((score) => score === 0)) addSpelled(library, unit.text, inHeadings);
    return { inHeadings, inTexts: texts ? texts.scoresOf(unit) : null };
  });
  const inOrder = phrase ? [headings, ...(texts ? [texts] : [])].map((corpus) => corpus.scoresOfTerm(phrase)) : [];
  /** @type {Match[]} */
  const matches = [];
  documents.forEach((document, place) => {
    let sum = 0,
      least = Infinity;
    for (const { inHeadings, inTexts } of scores) {
      const score = Math.max(inHeadings[place], inTexts ? inTexts[place] : 0);
      sum += score;
      least = Math.min(least, score);
    }
    if (least === 0) return;
    const score =
      sum / units.length +
      (document.kind === "sector" && least >= 4 ? SECTOR : 0) +
      Math.max(0, ...inOrder.map((phraseScores) => phraseScores[place])) / 2;
    matches.push({ document, place, score, inHeading: least >= HALF });
  });
  return matches.sort(
    (first, second) =>
      Number(second.inHeading) - Number(first.inHeading) ||
      second.score - first.score ||
      KINDS.indexOf(first.document.kind) - KINDS.indexOf(second.document.kind) ||
      first.document.title.length - second.document.title.length ||
      (first.document.address < second.document.address ? -1 : 1),
  );
}

/**
 * Add the documents whose Chinese name or keywords a unit spells in pinyin.
 * @param {Library} library
 * @param {string} text
 * @param {Float64Array} scores
 */
function addSpelled(library, text, scores) {
  const letters = text.replace(/ /g, "");
  if (!/^[a-z]{2,}$/.test(letters)) return;
  library.documents.forEach((_, place) => {
    const spelling = library.spelling(place);
    const range = spelling ? matchSpelling(spelling, letters) : undefined;
    if (!spelling || !range) return;
    const length = spelling.starts.length;
    const whole = range[1] - range[0] === length ? WHOLE_BY_PINYIN : (range[1] - range[0]) / length / 2;
    scores[place] = BY_PINYIN + whole + (range[0] === 0 ? 0.3 : 0);
  });
  for (const { spelling, documents } of library.spelledKeywords().values())
    if (matchSpelling(spelling, letters))
      for (const place of documents) scores[place] = Math.max(scores[place], KEYWORD_BY_PINYIN);
}

/**
 * Return the query with one letter of its words corrected after the names of the portal; empty where none is near.
 * @param {Library} library
 * @param {Query} query
 * @returns {string}
 */
function correct(library, { units }) {
  const words = units.map(({ text, loose }) =>
    loose && text.length >= SHORTEST_CORRECTED && /^[a-z]+$/.test(text) ? nearest(library, text) : text,
  );
  const corrected = words.join(" ");
  return corrected === units.map(({ text }) => text).join(" ") ? "" : corrected;
}

/**
 * Return the most frequent word of names that differs from a word by one letter, itself where it occurs or none is near.
 * @param {Library} library
 * @param {string} word
 */
function nearest(library, word) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  const names = library.headings.text.split("\u0001").filter((_, place) => place % 5 < 3);
  for (const name of names)
    for (const candidate of name.match(/[a-z]{4,}/g) || []) counts.set(candidate, (counts.get(candidate) || 0) + 1);
  if (counts.has(word)) return word;
  let best = word,
    most = 0;
  for (const [candidate, count] of counts)
    if (isNear(word, candidate) && (count > most || (count === most && candidate < best))) {
      best = candidate;
      most = count;
    }
  return best;
}

const BEFORE = 24,
  LONG = 120;

/**
 * Return an excerpt that shows the query: of the summary, the keywords or the text; without one the summary, else the
 * keywords.
 * @param {Document} document
 * @param {Query} query
 * @returns {string}
 */
export function excerpt(document, { units }) {
  const lines = [document.summary, ...document.keywords.split("\n"), ...document.text.split("\n")];
  let best = "",
    most = 0;
  for (const line of lines) {
    if (!line || line === document.title) continue;
    const normalized = normalize(line);
    const shown = units.reduce((sum, unit) => sum + partOf(normalized, unit), 0);
    if (shown > most) {
      best = line;
      most = shown;
    }
    if (most === units.length) break;
  }
  if (most === 0) return document.summary || document.keywords.split("\n").slice(0, 4).join(" · ");
  return cut(best, termRanges(best, units)[0]);
}

/**
 * Return which part of a unit a normalized line contains: 1 for one of its terms, less for some words of a split.
 * @param {string} line
 * @param {import("../lib/search/query.js").Unit} unit
 * @returns {number}
 */
function partOf(line, unit) {
  if (unit.terms.some((term) => term.next(line, 0) !== null)) return 1;
  const parts = unit.splits.map((split) => {
    const shown = split.reduce((sum, part) => sum + partOf(line, part), 0);
    return shown / (split.length + 1);
  });
  return Math.max(0, ...parts);
}

/**
 * Cut a long line around a range, between words.
 * @param {string} line
 * @param {[number, number] | undefined} range
 * @returns {string}
 */
function cut(line, range) {
  if (!range || line.length <= LONG + BEFORE) return line;
  let from = Math.max(0, Math.min(range[0] - BEFORE, line.length - LONG));
  let to = Math.min(line.length, from + LONG);
  while (from > 0 && from < range[0] && isInside(line, from)) from++;
  while (to < line.length && to > range[1] && isInside(line, to)) to--;
  return `${from > 0 ? "…" : ""}${line.slice(from, to).trim()}${to < line.length ? "…" : ""}`;
}

/** @param {string} line @param {number} at */
function isInside(line, at) {
  return /[A-Za-z0-9]/.test(line[at - 1]) && /[A-Za-z0-9]/.test(line[at]);
}
