// Text search of projects: in the index at once, in their other texts once these are loaded; matched as in the site search.
import { normalize } from "../lib/normalize.js";
import { formatSum } from "../lib/money.js";
import { spell, matchSpelling } from "../lib/pinyin.js";
import { Corpus } from "../lib/search/corpus.js";
import { Lexicon } from "../lib/search/lexicon.js";
import { parseQuery, splitAnywhere } from "../lib/search/query.js";
import { investment } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("../lib/search/query.js").Unit} Unit */

const CHINESE = /[\u3400-\u9fff]/;

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
    this.more = [];
    this.lexicon = new Lexicon({});
    /** @type {Corpus | null} */
    this.corpus = null;
    /** @type {string[]} */
    this.chinese = language === "zh" ? index.names : [];
    /** @type {(ReturnType<typeof spell> | undefined)[]} */
    this.spellings = [];
    /** @type {import("../lib/search/query.js").Query} */
    this.last = { typed: "", units: [], phrase: null };
  }

  /**
   * Take the synonyms, with which Traditional characters are known as well.
   * @param {Lexicon} lexicon
   */
  useLexicon(lexicon) {
    this.lexicon = lexicon;
    this.corpus = null;
    this.last = { typed: "", units: [], phrase: null };
  }

  /**
   * Add a shard of texts; the first line of each is the Chinese name.
   * @param {number} number
   * @param {string[]} texts
   */
  add(number, texts) {
    const first = number * this.index.piece;
    texts.forEach((text, at) => {
      this.more[first + at] = text;
      this.chinese[first + at] = text.split("\n", 1)[0];
    });
    this.corpus = null;
  }

  /** Return the normalized texts of all projects. */
  allTexts() {
    if (!this.corpus) {
      const texts = this.index.ids.map((id, row) =>
        normalize([...shownOf(this.index, row, this.language), id.replace(/-/g, " "), this.more[row] || ""].join("\n")),
      );
      this.corpus = new Corpus(texts, [1]);
    }
    return this.corpus;
  }

  /**
   * Return the units of a typed query.
   * @param {string} typed
   * @returns {Unit[]}
   */
  unitsOf(typed) {
    if (typed.trim() === "") return [];
    if (this.last.typed !== typed) this.last = parseQuery(typed, this.lexicon);
    return this.last.units;
  }

  /**
   * Return for every project whether it contains all units; null without any. Latin letters are tried as pinyin where no
   * text contains them.
   * @param {string} typed
   * @returns {Uint8Array | null}
   */
  matches(typed) {
    const units = this.unitsOf(typed);
    if (units.length === 0) return null;
    const literal = this.matchesOf(units);
    if (literal.includes(1)) return literal;
    return this.matchesOf(splitAnywhere({ typed, units, phrase: null }).units);
  }

  /** @param {Unit[]} units */
  matchesOf(units) {
    const matching = new Uint8Array(this.index.ids.length).fill(1);
    for (const unit of units) {
      const scores = this.allTexts().scoresOf(unit);
      const spelled = scores.some((score) => score > 0) ? null : this.spelled(unit.text);
      for (let row = 0; row < matching.length; row++) {
        const matches = scores[row] > 0 || (spelled !== null && spelled.has(row));
        matching[row] = Number(matching[row] && matches);
      }
    }
    return matching;
  }

  /**
   * Return the projects whose Chinese name, or a label of which, letters spell.
   * @param {string} letters
   * @returns {Set<number>}
   */
  spelled(letters) {
    const rows = new Set(this.index.ids.keys());
    for (const row of rows) if (this.spelling(row, letters) === undefined) rows.delete(row);
    for (const { values, sets, of } of this.index.facets) {
      const spells = values.map(([, label]) => this.spellsLabel(label, letters));
      const matching = sets.map((set) => set.some((value) => spells[value]));
      of.forEach((set, row) => matching[set] && rows.add(row));
    }
    return rows;
  }

  /**
   * @param {string} label
   * @param {string} letters
   */
  spellsLabel(label, letters) {
    if (!CHINESE.test(label)) return false;
    const { syllables } = this.index;
    return matchSpelling(spell(label, 0, { syllables, otherwise: {} }), letters) !== undefined;
  }

  /**
   * Return the range of a project's Chinese name that a term spells.
   * @param {number} row
   * @param {string} term
   */
  spelling(row, term) {
    const name = this.chinese[row];
    if (name === undefined) return undefined;
    let spelling = this.spellings[row];
    if (!spelling) {
      spelling = spell(name, row, this.index);
      this.spellings[row] = spelling;
    }
    return matchSpelling(spelling, term);
  }
}

/**
 * Return the texts of a card.
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
  ];
}
