// The search index: names first, then texts; on a large portal texts only on request.
import { normalize } from "../lib/normalize.js";
import { loadData } from "../lib/data_script.js";
import { spell } from "../lib/pinyin.js";

/** @typedef {[kind: number, address: string, title: string, other: string, summary: string]} Row */
/**
 * @typedef {import("../lib/pinyin.js").Readings & {kinds: string[], labels: Record<string, string[]>, count: number,
 *   names: number, perNames: number, texts: number[], signs: number}} Manifest
 */
/**
 * @typedef {object} Document
 * @property {string} kind
 * @property {string} address
 * @property {string} title
 * @property {string} summary
 * @property {string} name folded names in both languages
 * @property {string} short folded names and summary
 * @property {string} whole folded text; empty until it is there
 * @property {string} text the text as it is written
 * @property {ReturnType<typeof spell> | null} spelling
 */

/** Texts up to this many characters are loaded without a request: about a megabyte compressed. */
const UNASKED = 3_000_000;
const CHINESE = /[\u3400-\u4dbf\u4e00-\u9fff]/;

/** The documents of the search, as far as they are loaded. */
export class Library {
  /**
   * @param {string} base address of the data scripts without suffix
   * @param {string} name under which the scripts register their data
   * @param {string} language
   */
  constructor(base, name, language) {
    this.base = base;
    this.name = name;
    this.language = language;
    /** @type {Document[]} */
    this.documents = [];
    /** @type {Map<string, string>} */
    this.labels = new Map();
    /** @type {Manifest | null} */
    this.manifest = null;
    this.whole = false;
    /** @type {Promise<void> | undefined} */
    this.naming = undefined;
    /** @type {Promise<void> | undefined} */
    this.reading = undefined;
  }

  /** Load the names of all documents. */
  names() {
    return (this.naming = this.naming ?? this.load().catch((reason) => {
      // The next keystroke tries again: the connection may be back.
      this.naming = undefined;
      throw reason;
    }));
  }

  async load() {
    /** @type {Manifest} */
    const manifest = await loadData(`${this.base}.js`, this.name);
    const pieces = await Promise.all([...Array(manifest.names).keys()].map((number) => this.piece(`names.${number}`)));
    /** @type {Row[]} */
    const rows = pieces.flat();
    this.documents = rows.map((row, place) => this.document(manifest, row, place));
    this.labels = new Map(
      Object.entries(manifest.labels).map(([kind, labels]) => [kind, normalize(labels.join("\n"))]),
    );
    this.manifest = manifest;
  }

  /** Load the texts of all documents. */
  texts() {
    return (this.reading = this.reading ?? this.read().catch((reason) => {
      this.reading = undefined;
      throw reason;
    }));
  }

  async read() {
    await this.names();
    const counts = this.manifest?.texts ?? [];
    let first = 0;
    await Promise.all(
      counts.map(async (count, number) => {
        const start = first;
        first += count;
        const texts = await this.piece(`texts.${number}`);
        for (let at = 0; at < count; at++) {
          const document = this.documents[start + at];
          document.text = texts[at];
          document.whole = normalize(texts[at]);
        }
      }),
    );
    this.whole = true;
  }

  /** Return whether the texts are small enough to load them without a request. */
  get light() {
    return (this.manifest?.signs ?? 0) <= UNASKED;
  }

  /** Return the compressed size of the texts in megabytes. */
  get megabytes() {
    return Math.max(1, Math.round((this.manifest?.signs ?? 0) / UNASKED));
  }

  /**
   * @param {string} end
   * @returns {Promise<any>}
   */
  piece(end) {
    return loadData(`${this.base}.${end}.js`, `${this.name}.${end}`);
  }

  /**
   * @param {Manifest} manifest
   * @param {Row} row
   * @param {number} place
   * @returns {Document}
   */
  document(manifest, [kind, address, title, other, summary], place) {
    const name = normalize(`${title}\n${other}`);
    const chinese = this.language === "zh" ? title : other;
    const spelling = CHINESE.test(chinese) ? spell(chinese, place, manifest) : null;
    return {
      kind: manifest.kinds[kind],
      address,
      title,
      summary,
      name,
      short: `${name}\n${normalize(summary)}`,
      whole: "",
      text: "",
      spelling,
    };
  }
}
