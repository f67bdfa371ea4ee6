// Chinese names as they are read: pinyin from any syllable on, or the first letters of the syllables.

/** @typedef {{syllables: Record<string, string>, otherwise: Record<number, string>}} Readings */
/** @typedef {{whole: string, starts: number[], initials: string}} Spelling */

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff]/;
const SHORTEST = 2;

/**
 * Spells a name: each Chinese sign as its syllable, other signs as they are.
 * @param {string} name
 * @param {number} place
 * @param {Readings} readings
 * @returns {Spelling & {key: string}}
 */
export function spelled(name, place, { syllables, otherwise }) {
  const own = otherwise[place]?.split(" ");
  /** @type {number[]} */
  const starts = [];
  let whole = "",
    initials = "",
    key = "",
    seen = 0;
  for (const sign of name.toLowerCase()) {
    const chinese = HAN.test(sign);
    const unit = chinese ? ((own ? own[seen++] : syllables[sign]) ?? sign) : sign.trim();
    if (!unit) continue;
    starts.push(whole.length);
    whole += unit;
    initials += unit[0];
    key += chinese ? ` ${unit} ` : unit;
  }
  return { whole, starts, initials, key: key.trim() };
}

/**
 * Says which signs of a name a term spells, as [first, behind the last]; nothing where it spells none.
 * @param {Spelling} spelling
 * @param {string} term
 * @returns {[number, number] | undefined}
 */
export function spells({ whole, starts, initials }, term) {
  if (term.length < SHORTEST || !/^[a-z]+$/.test(term)) return undefined;
  const first = initials.indexOf(term);
  if (first >= 0) return [first, first + term.length];
  for (let at = whole.indexOf(term); at >= 0; at = whole.indexOf(term, at + 1)) {
    const sign = starts.indexOf(at);
    if (sign < 0) continue;
    const end = starts.findIndex((start) => start >= at + term.length);
    return [sign, end < 0 ? starts.length : end];
  }
  return undefined;
}
