// Normalized text for searching: one width, lower case, Simplified characters, no hyphens, no space beside a Chinese
// character ("58 亿元" is "58亿元"), no commas in figures.

const HAN = "\u3400-\u4dbf\u4e00-\u9fff";
const AFTER_HAN = new RegExp(`([${HAN}])[^\\S\\n]+`, "g");
const BEFORE_HAN = new RegExp(`[^\\S\\n]+(?=[${HAN}])`, "g");
const CHINESE = new RegExp(`[${HAN}]`);
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;
const HYPHEN = /([a-z0-9])[-\u2010-\u2013](?=[a-z])/g;
const THOUSANDS = /(\d),(?=\d{3})/g;
const BEFORE_PERCENT = /(\d) (?=%)/g;
const APOSTROPHE = /[\u2018\u2019]/g;

/** @type {Map<string, string>} */
let simplified = new Map();
/** @type {RegExp | null} */
let traditional = null;

/**
 * Take the table of Traditional characters, each followed by its Simplified form.
 * @param {string} pairs
 */
export function useTraditional(pairs) {
  simplified = new Map();
  for (let at = 0; at < pairs.length; at += 2) simplified.set(pairs[at], pairs[at + 1]);
  traditional = simplified.size > 0 ? new RegExp(`[${[...simplified.keys()].join("")}]`, "g") : null;
}

/**
 * Fold width, case and Traditional characters; spaces and signs stay.
 * @param {string} text
 * @returns {string}
 */
export function fold(text) {
  const folded = text.normalize("NFKC").toLowerCase().replace(INVISIBLE, "");
  return traditional ? folded.replace(traditional, (sign) => simplified.get(sign) ?? sign) : folded;
}

/**
 * @param {string} text
 * @returns {string}
 */
export function normalize(text) {
  return fold(text)
    .replace(APOSTROPHE, "'")
    .replace(HYPHEN, "$1 ")
    .replace(THOUSANDS, "$1")
    .replace(BEFORE_PERCENT, "$1")
    .replace(AFTER_HAN, "$1")
    .replace(BEFORE_HAN, "");
}

/**
 * Normalize a text, with the original offset of each character.
 * @param {string} text
 */
export function normalizeWithOffsets(text) {
  const normalized = normalize(text);
  /** @type {number[]} */
  const offsets = [];
  for (let index = 0; index < text.length && offsets.length < normalized.length; index++) {
    const signs = fold(text[index]);
    for (const sign of signs || text[index]) {
      const wanted = normalized[offsets.length];
      if (wanted === sign || (wanted === " " && /[-\u2010-\u2013]/.test(sign)) || (wanted === "'" && sign > "\u2017"))
        offsets.push(index);
    }
  }
  return { normalized: normalized.slice(0, offsets.length), offsets };
}

/**
 * @param {string} text
 * @returns {boolean}
 */
export function isChinese(text) {
  return CHINESE.test(text);
}
