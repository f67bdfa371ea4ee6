// Texts as they are compared: one width, small letters, no gap beside a Chinese sign ("58 亿元" is "58亿元").

const HAN = "\u3400-\u4dbf\u4e00-\u9fff";
const AFTER = new RegExp(`([${HAN}])[^\\S\\n]+`, "g");
const BEFORE = new RegExp(`[^\\S\\n]+(?=[${HAN}])`, "g");
const ANY = new RegExp(`[${HAN}]`);
const EACH = /[\p{L}\p{N}]/u;

/**
 * @param {string} text
 * @returns {string}
 */
export function folded(text) {
  return text.normalize("NFKC").toLowerCase().replace(AFTER, "$1").replace(BEFORE, "");
}

/**
 * @param {string} text
 * @returns {boolean}
 */
export function isChinese(text) {
  return ANY.test(text);
}

/**
 * Gives what was typed as terms that must all be found.
 * @param {string} typed
 * @returns {string[]}
 */
export function terms(typed) {
  return [...new Set(typed.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean))];
}

/**
 * Says whether a term may stand inside a word.
 * @param {string} term
 */
function isAnywhere(term) {
  return isChinese(term) || !EACH.test(term[0]);
}

/**
 * Gives where a term stands in a folded text, or -1: Chinese anywhere, other words where a word begins.
 * @param {string} text
 * @param {string} term
 * @param {number} [from]
 * @returns {number}
 */
export function placeOf(text, term, from = 0) {
  let place = text.indexOf(term, from);
  if (place <= 0 || isAnywhere(term)) return place;
  while (place > 0 && EACH.test(text[place - 1]) && !isChinese(text[place - 1])) place = text.indexOf(term, place + 1);
  return place;
}

/**
 * Makes what says whether a text holds any form of a term: made once for a term that many texts are asked for.
 * @param {string} term
 * @returns {(text: string) => boolean}
 */
export function holder(term) {
  const written = forms(term);
  if (written.every(isAnywhere)) return (text) => written.some((one) => text.includes(one));
  return (text) => written.some((one) => placeOf(text, one) >= 0);
}

/**
 * Gives a term and what else counts as the same word: an English plural finds its singular.
 * @param {string} term
 * @returns {string[]}
 */
export function forms(term) {
  if (term.length < 4 || !/^[a-z]+s$/.test(term) || term.endsWith("ss")) return [term];
  if (term.endsWith("ies")) return [term, `${term.slice(0, -3)}y`];
  return term.endsWith("es") ? [term, term.slice(0, -1), term.slice(0, -2)] : [term, term.slice(0, -1)];
}
