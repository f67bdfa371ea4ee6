// English words: one stem for plural, -ing and -ed, and for British and American spelling.

/** @type {Map<string, string>} */
const known = new Map();
/** Words whose stem follows no rule. */
const WHOLE = new Map([
  ["licence", "license"],
  ["defence", "defense"],
  ["offence", "offense"],
  ["grey", "gray"],
  ["cheque", "check"],
  ["plough", "plow"],
  ["aluminium", "aluminum"],
  ["programme", "program"],
  ["news", "news"],
]);
const VOWEL = /[aeiouy]/;

/**
 * Return the stem of a word in small letters.
 * @param {string} word
 * @returns {string}
 */
export function stem(word) {
  let result = known.get(word);
  if (result === undefined) {
    result = computeStem(word);
    known.set(word, result);
  }
  return result;
}

/** @param {string} word */
function computeStem(word) {
  if (word.length < 4 || !/^[a-z']+$/.test(word)) return word;
  let base = WHOLE.get(word) || plural(word.replace(/'s?$/, ""));
  base = WHOLE.get(base) || spelling(base);
  base = ending(base);
  // Spelling again: "centred" has lost its ending only now.
  base = spelling(base);
  if (base.length > 3) base = base.replace(/e$/, "");
  return base.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
}

/** @param {string} word */
function plural(word) {
  if (word.length < 4 || WHOLE.get(word) === word) return word;
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return /[^su]s$/.test(word) && !/is$/.test(word) ? word.slice(0, -1) : word;
}

/** @param {string} word */
function spelling(word) {
  return word
    .replace(/(..)our(ed|ing|er|able|ite|less|ful|hood)?$/, "$1or$2")
    .replace(/([a-z]{2})([tb])re(d)?$/, "$1$2er$3")
    .replace(/(..)is(e|ed|ing|er|ation)$/, "$1iz$2")
    .replace(/(.)ys(e|ed|ing|er)$/, "$1yz$2");
}

/** @param {string} word */
function ending(word) {
  if (/ied$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  const rest = word.replace(/(?:ing|ed)$/, "");
  return rest !== word && rest.length > 2 && VOWEL.test(rest) && !/eed$/.test(word) ? rest : word;
}
