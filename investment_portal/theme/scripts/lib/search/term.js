// A term: the literal words of a query, and where a normalized text contains them.
import { isChinese } from "../normalize.js";
import { stem } from "./stem.js";

/**
 * @typedef {object} Term
 * @property {string} text
 * @property {number} weight below 1 for synonyms
 * @property {(text: string, from: number) => [start: number, end: number, quality: number] | null} next
 *   the next occurrence in a normalized text; quality 1, or less for the beginning of a longer word
 */

const BEGINNING = 0.9,
  SHORTEST_BEGINNING = 3,
  SCANNED = 3,
  SCANNED_OF_LONG = 4,
  LONG = 7;
/** Whether a character belongs to a word, by its code; a table is many times faster than a regular expression. */
const IN_WORD = Uint8Array.from({ length: 0x250 }, (_, code) =>
  Number(/[a-z0-9\u00c0-\u024f']/.test(String.fromCharCode(code))),
);
/** Beginnings of words whose other spelling differs in the fourth letter already. */
const VARIED = /^(?:cheq|plou)/;
const POINT = 46;
const LETTER = /^[a-z\u00c0-\u024f]/;
const DIGIT = /\d/;

/**
 * Return the term of a normalized text: Chinese is matched anywhere, other words as whole words in any inflection.
 * @param {string} text
 * @param {{weight?: number, exact?: boolean, beginning?: boolean}} [options] exact: no inflection;
 *   beginning: the last word may be the beginning of a longer one
 * @returns {Term}
 */
export function makeTerm(text, { weight = 1, exact = false, beginning = false } = {}) {
  const latin = !isChinese(text) && LETTER.test(text);
  return { text, weight, next: latin ? wordsFinder(text, exact, beginning) : piecesFinder(text) };
}

/**
 * Find a piece of text, never inside a figure: "15亩" is not in "115亩", nor "106.5" in "106.55".
 * @param {string} piece
 * @returns {Term["next"]}
 */
function piecesFinder(piece) {
  const startsWithDigit = DIGIT.test(piece[0]),
    endsWithDigit = DIGIT.test(piece[piece.length - 1]),
    startsWithLetter = /[a-z]/.test(piece[0]),
    endsWithLetter = /[a-z]/.test(piece[piece.length - 1]);
  return (text, from) => {
    for (let at = text.indexOf(piece, from); at >= 0; at = text.indexOf(piece, at + 1)) {
      const end = at + piece.length;
      if (startsWithDigit && isInFigure(text[at - 1], text[at - 2])) continue;
      if (endsWithDigit && isInFigure(text[end], text[end + 1])) continue;
      if (startsWithLetter && isInWord(text, at - 1)) continue;
      if (endsWithLetter && isInWord(text, end)) continue;
      return [at, end, 1];
    }
    return null;
  };
}

/**
 * @param {string | undefined} next
 * @param {string | undefined} second
 */
function isInFigure(next, second) {
  if (next === undefined) return false;
  return DIGIT.test(next) || (next === "." && second !== undefined && DIGIT.test(second));
}

/**
 * @param {string} phrase
 * @param {boolean} exact
 * @param {boolean} beginning
 * @returns {Term["next"]}
 */
function wordsFinder(phrase, exact, beginning) {
  const words = phrase.split(/[^a-z0-9\u00c0-\u024f'.]+/).filter(Boolean);
  const tests = words.map((word, place) => wordTest(word, exact, beginning && place === words.length - 1));
  const isLong = words[0].length >= LONG && !VARIED.test(words[0]);
  const start = words[0].slice(0, isLong ? SCANNED_OF_LONG : SCANNED);
  return (text, from) => {
    for (let at = text.indexOf(start, from); at >= 0; at = text.indexOf(start, at + 1)) {
      if (isInWord(text, at - 1)) continue;
      let end = at,
        quality = 1;
      for (let place = 0; place < tests.length; place++) {
        if (place > 0) {
          if (text[end] !== " " && text[end] !== "/") {
            quality = 0;
            break;
          }
          end++;
        }
        const first = end;
        while (isInWord(text, end) || isPoint(text, end)) end++;
        quality = Math.min(quality, tests[place](text.slice(first, end)));
        if (quality === 0) break;
      }
      if (quality > 0) return [at, end, quality];
    }
    return null;
  };
}

/** @param {string} text @param {number} at */
function isInWord(text, at) {
  const code = text.charCodeAt(at);
  return code < IN_WORD.length && IN_WORD[code] === 1;
}

/** @param {string} text @param {number} at */
function isPoint(text, at) {
  return text.charCodeAt(at) === POINT && DIGIT.test(text[at - 1] ?? "") && DIGIT.test(text[at + 1] ?? "");
}

/**
 * Return how well a word of a text matches: 1 for the same word, less where it only begins so, 0 where not.
 * @param {string} word
 * @param {boolean} exact
 * @param {boolean} beginning
 * @returns {(candidate: string) => number}
 */
function wordTest(word, exact, beginning) {
  const wordStem = stem(word);
  /** @type {Map<string, number>} */
  const qualities = new Map();
  return (candidate) => {
    let quality = qualities.get(candidate);
    if (quality === undefined) {
      const same = candidate === word || (!exact && stem(candidate) === wordStem);
      const longer = beginning && word.length >= SHORTEST_BEGINNING && candidate.startsWith(word);
      quality = same ? 1 : longer ? BEGINNING : 0;
      qualities.set(candidate, quality);
    }
    return quality;
  };
}
