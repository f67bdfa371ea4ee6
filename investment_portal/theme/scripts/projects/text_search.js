// Which records hold the words typed: what the index says of them at once, their other texts as soon as they are there.
import { folded, holder, terms } from "../lib/normalize.js";
import { spelled, spells } from "../lib/pinyin.js";
import { money } from "../lib/money.js";

/** @typedef {import("./index.js").Index} Index */

/** Looks through the records of one index. */
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
    /** @type {(ReturnType<typeof spelled> | undefined)[]} */
    this.spellings = [];
  }

  /**
   * Takes a piece of texts; the first line of each is the Chinese name.
   * @param {number} number
   * @param {string[]} texts
   */
  add(number, texts) {
    const first = number * this.index.piece;
    texts.forEach((text, at) => {
      this.told[first + at] = `${this.textOf(first + at)}\n${folded(text)}`;
      this.chinese[first + at] = text.split("\n", 1)[0];
    });
  }

  /**
   * Gives what is known of a record, folded.
   * @param {number} row
   */
  textOf(row) {
    return (this.told[row] ??= folded(shownOf(this.index, row, this.language)));
  }

  /**
   * Says for every record whether it holds all terms; nothing where none was typed. What a reader of Chinese types in
   * Latin letters may be pinyin; elsewhere it is taken as that only where nothing holds it as a word.
   * @param {string} typed
   * @returns {Uint8Array | null}
   */
  holding(typed) {
    const all = terms(typed);
    if (all.length === 0) return null;
    const holds = new Uint8Array(this.index.ids.length).fill(1);
    for (const term of all) {
      const fits = holder(term);
      const found = Uint8Array.from(holds, (still, row) => Number(still && fits(this.textOf(row))));
      const read = this.language === "zh" || !found.includes(1);
      for (let row = 0; row < holds.length; row++)
        holds[row] = Number(found[row] || (read && holds[row] && this.spelling(row, term) !== undefined));
    }
    return holds;
  }

  /**
   * Says which signs of a record's Chinese name a term spells.
   * @param {number} row
   * @param {string} term
   */
  spelling(row, term) {
    const name = this.chinese[row];
    return name === undefined ? undefined : spells((this.spellings[row] ??= spelled(name, row, this.index)), term);
  }
}

/**
 * Joins what a card says of a record, each on a line of its own.
 * @param {Index} index
 * @param {number} row
 * @param {string} language
 */
function shownOf(index, row, language) {
  const { names, facets, sums, currencies, spaces, places, badges } = index;
  const sum = sums[row];
  const labels = facets.flatMap(({ values, sets, of }) => sets[of[row]].map((value) => values[value][1]));
  return [
    names[row],
    sum === null ? "" : money(sum, currencies[row] ?? "CNY", language),
    spaces.entries[spaces.of[row]]?.[1] ?? "",
    places.entries[places.of[row]],
    ...labels,
    ...badges.entries[badges.of[row]].map(([text]) => text),
  ].join("\n");
}
