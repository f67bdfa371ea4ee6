// Normalized text for searching: one width, lower case, no space beside a Chinese character ("58 亿元" is "58亿元").

const HAN = "\u3400-\u4dbf\u4e00-\u9fff";
const AFTER = new RegExp(`([${HAN}])[^\\S\\n]+`, "g");
const BEFORE = new RegExp(`[^\\S\\n]+(?=[${HAN}])`, "g");
const CHINESE = new RegExp(`[${HAN}]`);
const LETTER = /[\p{L}\p{N}]/u;

/**
 * @param {string} text
 * @returns {string}
 */
export function normalize(text) {
  return text.normalize("NFKC").toLowerCase().replace(AFTER, "$1").replace(BEFORE, "");
}

/**
 * @param {string} text
 * @returns {boolean}
 */
export function isChinese(text) {
  return CHINESE.test(text);
}

/**
 * Split typed text into terms that must all match.
 * @param {string} typed
 * @returns {string[]}
 */
export function splitTerms(typed) {
  return [...new Set(typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean))];
}

/**
 * Return whether a term may match inside a word.
 * @param {string} term
 */
function matchesInsideWords(term) {
  return isChinese(term) || !LETTER.test(term[0]);
}

/**
 * Return the index of a term in a normalized text, or -1: Chinese anywhere, other terms at the start of a word.
 * @param {string} text
 * @param {string} term
 * @param {number} [from]
 * @returns {number}
 */
export function indexOfTerm(text, term, from = 0) {
  let index = text.indexOf(term, from);
  if (index <= 0 || matchesInsideWords(term)) return index;
  while (index > 0 && LETTER.test(text[index - 1]) && !isChinese(text[index - 1]))
    index = text.indexOf(term, index + 1);
  return index;
}

/**
 * Return a predicate for texts that contain any form of a term; create it once for many texts.
 * @param {string} term
 * @returns {(text: string) => boolean}
 */
export function termTest(term) {
  const variants = wordForms(term);
  if (variants.every(matchesInsideWords)) return (text) => variants.some((variant) => text.includes(variant));
  return (text) => variants.some((variant) => indexOfTerm(text, variant) >= 0);
}

/**
 * Return the forms of a term: an English plural also matches its singular.
 * @param {string} term
 * @returns {string[]}
 */
export function wordForms(term) {
  if (term.length < 4 || !/^[a-z]+s$/.test(term) || term.endsWith("ss")) return [term];
  if (term.endsWith("ies")) return [term, `${term.slice(0, -3)}y`];
  return term.endsWith("es") ? [term, term.slice(0, -1), term.slice(0, -2)] : [term, term.slice(0, -1)];
}
