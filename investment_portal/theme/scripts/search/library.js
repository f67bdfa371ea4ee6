// The search index: headings of all documents first, then their texts; on a large portal texts only on request.
import { loadPlaces } from "../contacts/places.js";
import { loadData } from "../lib/data_script.js";
import { normalize } from "../lib/normalize.js";
import { spell } from "../lib/pinyin.js";
import { Corpus } from "../lib/search/corpus.js";
import { loadLexicon } from "../lib/search/lexicon.js";

/**
 * @typedef {[kind: string, id: string, title: string, other: string, keywords: string, summary: string, reading?: string]
 * } Row
 */
/**
 * @typedef {object} Manifest
 * @property {string[]} headings names of data scripts
 * @property {string[]} texts
 * @property {string[]} answers
 * @property {number} size bytes of all texts
 * @property {Record<string, string>} addresses of the pages of each kind, with * for the id
 * @property {Record<string, string>} syllables
 */
/**
 * @typedef {object} Document
 * @property {string} kind
 * @property {string} id
 * @property {string} address
 * @property {string} title
 * @property {string} keywords one on each line
 * @property {string} summary
 * @property {string} other the name in the other language
 * @property {string} chinese the Chinese name
 * @property {string | undefined} reading
 * @property {string} text the text as it is written, empty until it is loaded
 */
/** @typedef {ReturnType<typeof spell>} Spelling */

/** Fields of a heading with their scores: title, name in the other language, id, keywords, summary. */
export const HEADING = [4, 3.6, 3.4, 3, 2];
const TEXT = [1];
const SEPARATOR = "\u0001";
const HELD = 1_000_000,
  UNASKED = 10_000_000,
  MEGABYTE = 2_700_000;

/** The documents of the search, as far as they are loaded. */
export class Library {
  /**
   * @param {string} folder address of the data scripts
   * @param {string} name of the manifest
   * @param {string} language
   */
  constructor(folder, name, language) {
    this.folder = folder;
    this.name = name;
    this.language = language;
    /** @type {Document[]} */
    this.documents = [];
    this.headings = new Corpus([], HEADING);
    /** @type {Corpus | null} */
    this.texts = null;
    /** @type {import("../lib/search/lexicon.js").Lexicon | null} */
    this.lexicon = null;
    /** @type {import("./answers.js").Answers} */
    this.answers = { prices: {}, items: {}, wages: [], contacts: {}, main: "", places: [], areas: [] };
    /** @type {import("../contacts/places.js").KnownPlace[] | null} places of the world, once they are loaded */
    this.places = null;
    this.size = 0;
    /** @type {Manifest | null} */
    this.manifest = null;
    /** @type {(Spelling | null | undefined)[]} */
    this.spellings = [];
    /** @type {Map<string, {spelling: Spelling, documents: number[]}> | null} */
    this.keywordSpellings = null;
    /** @type {Promise<void> | null} */
    this.loadingHeadings = null;
    /** @type {Promise<void> | null} */
    this.loadingTexts = null;
  }

  /** Load the headings, the words and the answers. */
  loadHeadings() {
    if (!this.loadingHeadings)
      this.loadingHeadings = this.readHeadings().catch((reason) => {
        // The next key tries again: the connection may be back.
        this.loadingHeadings = null;
        throw reason;
      });
    return this.loadingHeadings;
  }

  async readHeadings() {
    const [lexicon, manifest] = await Promise.all([
      loadLexicon(this.folder),
      /** @type {Promise<Manifest>} */ (loadData(`${this.folder}${this.name}.js`, this.name)),
    ]);
    const files = [...manifest.answers, ...manifest.headings];
    const [answers, ...shards] = await Promise.all(files.map((file) => this.load(file)));
    const rows = /** @type {Row[]} */ (shards.reduce((all, shard) => all.concat(shard), []));
    const fields = rows.map(([, id, title, other, keywords, summary]) =>
      [title, other, id.replace(/[-/]/g, " "), keywords, summary].join(SEPARATOR),
    );
    this.headings = new Corpus(rows.length > 0 ? normalize(fields.join(SEPARATOR)).split(SEPARATOR) : [], HEADING);
    this.documents = rows.map(([kind, id, title, other, keywords, summary, reading]) => ({
      kind,
      id,
      address: manifest.addresses[kind].replace("*", id),
      title,
      other,
      keywords,
      summary,
      chinese: this.language === "zh" ? title : other,
      reading,
      text: "",
    }));
    this.lexicon = lexicon;
    this.answers = answers;
    this.size = manifest.size;
    this.manifest = manifest;
  }

  /** Load the texts of all documents. */
  loadTexts() {
    if (!this.loadingTexts)
      this.loadingTexts = this.readTexts().catch((reason) => {
        this.loadingTexts = null;
        throw reason;
      });
    return this.loadingTexts;
  }

  /** Load the places of the world; without them the portal's origins are known alone. */
  async loadPlaces() {
    this.places = await loadPlaces(this.folder).catch(() => []);
  }

  async readTexts() {
    await this.loadHeadings();
    const files = this.manifest ? this.manifest.texts : [];
    const shards = await Promise.all(files.map((file) => this.load(file)));
    const texts = /** @type {Record<string, string>} */ (Object.assign({}, ...shards));
    for (const document of this.documents) document.text = texts[`${document.kind}/${document.id}`] || "";
    const joined = normalize(this.documents.map(({ text }) => text).join(SEPARATOR));
    this.texts = new Corpus(this.documents.length > 0 ? joined.split(SEPARATOR) : [], TEXT);
  }

  /** Return whether the texts are so small that results wait for them. */
  get isSmall() {
    return this.size <= HELD;
  }

  /** Return whether the texts are loaded without a request. */
  get isLight() {
    return this.size <= UNASKED;
  }

  /** Return the compressed size of the texts in megabytes. */
  get megabytes() {
    return Math.max(1, Math.round(this.size / MEGABYTE));
  }

  /**
   * Load a data script by its name, which ends with a hash of its content.
   * @param {string} file
   * @returns {Promise<any>}
   */
  load(file) {
    return loadData(`${this.folder}${file}.js`, file.replace(/\.[0-9a-f]+$/, ""));
  }

  /**
   * Return how the Chinese name of a document is read; null where it has none.
   * @param {number} place
   */
  spelling(place) {
    let spelling = this.spellings[place];
    if (spelling === undefined) {
      const { chinese, reading } = this.documents[place];
      spelling = /[\u3400-\u9fff]/.test(chinese) ? this.spell(chinese, reading) : null;
      this.spellings[place] = spelling;
    }
    return spelling;
  }

  /** Return how each Chinese keyword is read, with the documents that have it. */
  spelledKeywords() {
    if (!this.keywordSpellings) {
      /** @type {Map<string, {spelling: Spelling, documents: number[]}>} */
      const spelled = new Map();
      this.documents.forEach(({ keywords }, place) => {
        for (const keyword of keywords.split("\n")) {
          if (!/[\u3400-\u9fff]/.test(keyword)) continue;
          const known = spelled.get(keyword);
          if (known) known.documents.push(place);
          else spelled.set(keyword, { spelling: this.spell(keyword), documents: [place] });
        }
      });
      this.keywordSpellings = spelled;
    }
    return this.keywordSpellings;
  }

  /**
   * @param {string} text
   * @param {string} [reading]
   */
  spell(text, reading) {
    const syllables = this.manifest ? this.manifest.syllables : {};
    return spell(text, 0, { syllables, otherwise: reading ? { 0: reading } : {} });
  }
}
