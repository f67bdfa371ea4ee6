// Synonyms: which terms mean the same, in both languages.
import { isChinese, normalize, useTraditional } from "../normalize.js";
import { loadData } from "../data_script.js";
import { stem } from "./stem.js";

/** Longest phrase of synonyms, in words. */
export const LONGEST_PHRASE = 4;

/** Words that do not count in a phrase. */
const SMALL = new Set(["of", "the", "a", "for"]);

/** Groups of synonyms, looked up by words. */
export class Lexicon {
  /** @param {Record<string, string[]>} groups */
  constructor(groups) {
    /** @type {Map<string, string[]>} names of the groups of a phrase */
    this.phrases = new Map();
    /** @type {Map<string, string[]>} normalized terms of a group */
    this.groups = new Map();
    /** @type {string[]} Chinese phrases, the longest first */
    this.chinese = [];
    for (const [name, terms] of Object.entries(groups)) {
      const normalized = terms.map(normalize);
      this.groups.set(name, normalized);
      for (const term of normalized) {
        const key = phraseKey(term);
        this.phrases.set(key, [...(this.phrases.get(key) ?? []), name]);
        if (isChinese(term)) this.chinese.push(term);
      }
    }
    this.chinese.sort((first, second) => second.length - first.length);
  }

  /**
   * Return the names of the groups that hold a phrase.
   * @param {string} phrase normalized
   * @returns {string[]}
   */
  groupsOf(phrase) {
    return this.phrases.get(phraseKey(phrase)) ?? [];
  }

  /**
   * Return the terms of all groups of a phrase, itself left out.
   * @param {string} phrase normalized
   * @returns {string[]}
   */
  synonyms(phrase) {
    const key = phraseKey(phrase);
    const terms = this.groupsOf(phrase).flatMap((name) => this.groups.get(name) ?? []);
    return [...new Set(terms)].filter((term) => phraseKey(term) !== key);
  }
}

/**
 * Return what equal phrases have in common: "price of land" is "land prices".
 * @param {string} phrase
 */
function phraseKey(phrase) {
  if (isChinese(phrase)) return phrase;
  const words = phrase.split(" ").filter((word) => !SMALL.has(word));
  return words.map(stem).sort().join(" ");
}

/**
 * Load the lexicon and the table of Traditional characters.
 * @param {string} address of the data scripts' folder
 * @returns {Promise<Lexicon>}
 */
export async function loadLexicon(address) {
  /** @type {{synonyms: Record<string, string[]>, traditional: string}} */
  const words = await loadData(`${address}search.words.js`, "search.words");
  useTraditional(words.traditional);
  return new Lexicon(words.synonyms);
}
