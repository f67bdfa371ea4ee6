// Matching Chinese names by pinyin: from any syllable on, or by the initials of syllables.

/** @typedef {{syllables: Record<string, string>, otherwise: Record<number, string>}} Readings */
/** @typedef {{whole: string, starts: number[], initials: string}} Spelling */

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;
const SHORTEST = 2;

/**
 * Return the pinyin of a name: a syllable for each Chinese character, other characters unchanged.
 * @param {string} name
 * @param {number} row
 * @param {Readings} readings
 * @returns {Spelling & {key: string}}
 */
export function spell(name, row, { syllables, otherwise }) {
  const syllablesOfName = otherwise[row]?.split(" ");
  /** @type {number[]} */
  const starts = [];
  let whole = "",
    initials = "",
    key = "",
    chineseSeen = 0;
  for (const character of name.toLowerCase()) {
    const chinese = HAN.test(character);
    const unit = chinese
      ? ((syllablesOfName ? syllablesOfName[chineseSeen++] : syllables[character]) ?? character)
      : character.trim();
    if (!unit) continue;
    starts.push(whole.length);
    whole += unit;
    initials += unit[0];
    key += chinese ? ` ${unit} ` : unit;
  }
  return { whole, starts, initials, key: key.trim() };
}

/**
 * Return the range of characters that a term spells, as [first, end); undefined where it spells none.
 * @param {Spelling} spelling
 * @param {string} term
 * @returns {[number, number] | undefined}
 */
export function matchSpelling({ whole, starts, initials }, term) {
  if (term.length < SHORTEST || !/^[a-z]+$/.test(term)) return undefined;
  const first = initials.indexOf(term);
  if (first >= 0) return [first, first + term.length];
  for (let index = whole.indexOf(term); index >= 0; index = whole.indexOf(term, index + 1)) {
    const character = starts.indexOf(index);
    if (character < 0) continue;
    const end = starts.findIndex((start) => start >= index + term.length);
    return [character, end < 0 ? starts.length : end];
  }
  return undefined;
}
