// Text search of projects: in the index at once, in their other texts once these are loaded.
import { normalize, termTest, splitTerms } from "../lib/normalize.js";
import { spell, matchSpelling } from "../lib/pinyin.js";
import { formatSum } from "../lib/money.js";
import { investment } from "./index.js";

/** @typedef {import("./index.js").Index} Index */

/** Text search in the projects of an index. */
export class Texts {
  /**
   * @param {Index} index
   * @param {string} language
   */
  constructor(index, language) {
    this.index = index;
    this.language = language;
    /** @type {string[]} */
    this.told = [];
    /** @type {string[]} */
    this.chinese = language === "zh" ? index.names : [];
    /** @type {(ReturnType<typeof spell> | undefined)[]} */
    this.spellings = [];
  }

  /**
   * Add a shard of texts; the first line of each is the Chinese name.
   * @param {number} number
   * @param {string[]} texts
   */
  add(number, texts) {
    const first = number * this.index.piece;
    texts.forEach((text, at) => {
      this.told[first + at] = `${this.textOf(first + at)}\n${normalize(text)}`;
      this.chinese[first + at] = text.split("\n", 1)[0];
    });
  }

  /**
   * Return the normalized text of a project.
   * @param {number} row
   */
  textOf(row) {
    return (this.told[row] ??= normalize(shownOf(this.index, row, this.language)));
  }

  /**
   * Return for every project whether it contains all terms; null without terms. On Chinese pages Latin letters may be
   * pinyin; on others they are tried as pinyin only where no text contains them.
   * @param {string} typed
   * @returns {Uint8Array | null}
   */
  matches(typed) {
    const all = splitTerms(typed);
    if (all.length === 0) return null;
    const matching = new Uint8Array(this.index.ids.length).fill(1);
    for (const term of all) {
      const fits = termTest(term);
      const inText = Uint8Array.from(matching, (still, row) => Number(still && fits(this.textOf(row))));
      const asPinyin = this.language === "zh" || !inText.includes(1);
      for (let row = 0; row < matching.length; row++)
        matching[row] = Number(inText[row] || (asPinyin && matching[row] && this.spelling(row, term) !== undefined));
    }
    return matching;
  }

  /**
   * Return the range of a project's Chinese name that a term spells.
   * @param {number} row
   * @param {string} term
   */
  spelling(row, term) {
    const name = this.chinese[row];
    return name === undefined ? undefined : matchSpelling((this.spellings[row] ??= spell(name, row, this.index)), term);
  }
}

/**
 * Return the texts of a card, one on each line.
 * @param {Index} index
 * @param {number} row
 * @param {string} language
 */
function shownOf(index, row, language) {
  const { names, facets, spaces, places, badges } = index;
  const sum = investment(index, row);
  const labels = facets.flatMap(({ values, sets, of }) => sets[of[row]].map((value) => values[value][1]));
  return [
    names[row],
    sum === null ? "" : formatSum(sum, language),
    ...spaces.entries[spaces.of[row]].map(([, text]) => text),
    places.entries[places.of[row]],
    ...labels,
    ...badges.entries[badges.of[row]].map(([text]) => text),
  ].join("\n");
}
