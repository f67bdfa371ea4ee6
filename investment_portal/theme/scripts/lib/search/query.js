// A typed query as units, each of which a result must contain in one of its ways.
import { fold, isChinese, normalize } from "../normalize.js";
import { bareFigure, splitFigures } from "./figures.js";
import { LONGEST_PHRASE } from "./lexicon.js";
import { makeTerm } from "./term.js";

/** @typedef {import("./term.js").Term} Term */
/** @typedef {import("./lexicon.js").Lexicon} Lexicon */
/**
 * @typedef {object} Unit
 * @property {string} text
 * @property {Term[]} terms one of them is enough
 * @property {Unit[][]} splits where no term is there, all units of one of these splits are enough
 * @property {string[]} groups names of the groups of synonyms that it is in
 * @property {boolean} loose whether it may be split or corrected where nothing contains it
 * @property {number | null} squareMetres of an area
 */
/**
 * @typedef {object} Query
 * @property {string} typed
 * @property {Unit[]} units
 * @property {Term | null} phrase ranks documents that hold the words as they were typed
 */

const QUOTED = /["\u201c\u201d\u201e\u00ab\u00bb\u300c\u300d\u300e\u300f]([^"\u201c-\u201e\u00ab\u00bb\u300c-\u300f]+)["\u201c\u201d\u00bb\u300d\u300f]/g;
const SEPARATOR = /(?:[\s,，、;；:：|+&()（）!！?？。"“”„«»「」『』]|[-\u2010-\u2015](?=[a-z]))+/;
const SYNONYM = 0.85,
  JOINED = 0.8;
const SHORTEST_SPLIT = 4,
  SHORTEST_JOINED = 6;
const LATIN_RUN = /[a-z0-9][a-z0-9'.\- ]*[a-z0-9]|[a-z0-9]/g;

/**
 * Parse a query.
 * @param {string} typed
 * @param {Lexicon} lexicon
 * @param {Set<string>} [ignored] words that a query may hold without meaning them
 * @returns {Query}
 */
export function parseQuery(typed, lexicon, ignored = new Set()) {
  /** @type {Unit[]} */
  const units = [];
  const unquoted = fold(typed).replace(QUOTED, (_, phrase) => {
    const text = normalize(phrase).trim();
    if (text) units.push(unit(text, [makeTerm(text, { exact: true })], { loose: false }));
    return " ";
  });
  const { rest, figures } = splitFigures(unquoted);
  for (const { text, written, squareMetres } of figures) {
    const terms = [...new Set([normalize(text), ...written])].map((way) => makeTerm(way));
    units.push(unit(text, terms, { loose: false, squareMetres }));
  }
  const tokens = rest.split(SEPARATOR).filter((token) => /[\p{L}\p{N}]/u.test(token));
  const meant = tokens.filter((token) => !ignored.has(token));
  units.push(...unitsOf(meant.length + units.length > 0 ? meant : tokens, lexicon, ignored));
  const texts = units.map(({ text }) => text);
  const words = tokens.length > 1 && tokens.every((token) => !isChinese(token)) ? normalize(tokens.join(" ")) : "";
  return {
    typed,
    units: units.filter(({ text }, place) => texts.indexOf(text) === place),
    phrase: /^[a-z]/.test(words) ? makeTerm(words, { beginning: true }) : null,
  };
}

/**
 * @param {string[]} tokens
 * @param {Lexicon} lexicon
 * @param {Set<string>} ignored
 * @returns {Unit[]}
 */
function unitsOf(tokens, lexicon, ignored) {
  /** @type {Unit[]} */
  const units = [];
  /** @type {string[]} neighbouring Latin words */
  let run = [];
  /** @param {boolean} isLast */
  const endRun = (isLast) => {
    units.push(...latinUnits(run, lexicon, isLast));
    run = [];
  };
  for (const token of tokens) {
    const figure = bareFigure(token);
    if (figure || isChinese(token)) {
      endRun(false);
      units.push(
        figure
          ? unit(
              token,
              figure.map((way) => makeTerm(way)),
              { loose: false },
            )
          : chineseUnit(normalize(token), lexicon, ignored),
      );
    } else run.push(normalize(token.replace(/^[-'.]+|[-'.]+$/g, "")));
  }
  endRun(true);
  return units;
}

/**
 * Return the units of neighbouring Latin words: the longest phrases with synonyms, else word by word.
 * @param {string[]} words
 * @param {Lexicon} lexicon
 * @param {boolean} isLast whether the query ends with them: its last word may be the beginning of a longer one
 * @returns {Unit[]}
 */
function latinUnits(words, lexicon, isLast) {
  /** @type {Unit[]} */
  const units = [];
  for (let at = 0; at < words.length; ) {
    let count = Math.min(LONGEST_PHRASE, words.length - at);
    while (count > 1 && lexicon.groupsOf(words.slice(at, at + count).join(" ")).length === 0) count--;
    const text = words.slice(at, at + count).join(" ");
    const beginning = isLast && at + count === words.length;
    const terms = [makeTerm(text, { beginning })];
    /** @type {Unit[][]} */
    let splits = [];
    if (count > 1) {
      const parts = words.slice(at, at + count);
      splits = [
        parts.map((part, place) => unit(part, [makeTerm(part, { beginning: beginning && place === count - 1 })], {})),
      ];
    }
    // "start up" is also written "startup".
    for (const both of [at > 0 && words[at - 1] + text, at + 1 < words.length && text + words[at + 1]])
      if (count === 1 && both && both.length >= SHORTEST_JOINED)
        terms.push(makeTerm(both, { weight: JOINED, beginning }));
    units.push(unit(text, withSynonyms(terms, text, lexicon), { splits, groups: lexicon.groupsOf(text) }));
    at += count;
  }
  return units;
}

/**
 * Return the unit of a token with Chinese: as it is, or as the words with synonyms in it and what is between them.
 * @param {string} text
 * @param {Lexicon} lexicon
 * @param {Set<string>} ignored
 * @returns {Unit}
 */
function chineseUnit(text, lexicon, ignored) {
  const groups = lexicon.groupsOf(text);
  const terms = withSynonyms([makeTerm(text)], text, lexicon);
  const pieces = groups.length > 0 ? [] : piecesOf(text, lexicon);
  const asked = pieces.filter((piece) => !ignored.has(piece));
  const splits = pieces.length > 1 ? [asked.map((piece) => chineseUnit(piece, lexicon, ignored))] : [];
  return unit(text, terms, { groups, splits });
}

/**
 * Split a token at words with synonyms and at changes of script; nothing where a piece of one character remains.
 * @param {string} text
 * @param {Lexicon} lexicon
 * @returns {string[]}
 */
function piecesOf(text, lexicon) {
  const word = lexicon.chinese.find((phrase) => phrase !== text && text.includes(phrase));
  const at = word === undefined ? -1 : text.indexOf(word);
  if (word !== undefined) {
    const rest = [text.slice(0, at), text.slice(at + word.length)].map((side) => side.replace(/^的|的$/g, ""));
    const sides = rest.map((side) => {
      if (side.length < 2) return [side];
      return isMixed(side) ? scripts(side) : piecesOrWhole(side, lexicon);
    });
    const pieces = [...sides[0], word, ...sides[1]].filter(Boolean);
    return pieces.every((piece) => piece.length > 1) ? pieces : [];
  }
  return isMixed(text) ? scripts(text).filter((piece) => piece.length > 1 || !isChinese(piece)) : [];
}

/** @param {string} text @param {Lexicon} lexicon */
function piecesOrWhole(text, lexicon) {
  const pieces = piecesOf(text, lexicon);
  return pieces.length > 0 ? pieces : [text];
}

/** @param {string} text */
function isMixed(text) {
  return isChinese(text) && /[a-z0-9]/.test(text);
}

/** @param {string} text */
function scripts(text) {
  const latin = text.match(LATIN_RUN) ?? [];
  return [...text.split(LATIN_RUN), ...latin].map((piece) => piece.trim()).filter(Boolean);
}

/**
 * Return the query with its loose units split in two anywhere: the last resort before nothing.
 * @param {Query} query
 * @returns {Query}
 */
export function splitAnywhere({ typed, units, phrase }) {
  return {
    typed,
    phrase,
    units: units.map((whole) => {
      const { text, loose, terms } = whole;
      if (!loose) return whole;
      if (/^[a-z]{5,}$/.test(text)) {
        // "workpermit" is mostly written "work permit".
        const cuts = [...Array(text.length - 3).keys()].map((at) => `${text.slice(0, at + 2)} ${text.slice(at + 2)}`);
        return { ...whole, terms: [...terms, ...cuts.map((cut) => makeTerm(cut, { weight: JOINED }))] };
      }
      if (!isChinese(text) || text.length < SHORTEST_SPLIT) return whole;
      const cuts = [...Array(text.length - 3).keys()].map((at) => at + 2);
      const splits = cuts.map((at) => [text.slice(0, at), text.slice(at)].map(plainUnit));
      return { ...whole, splits: [...whole.splits, ...splits] };
    }),
  };
}

/** @param {string} text */
function plainUnit(text) {
  return unit(text, [makeTerm(text)], {});
}

/**
 * @param {Term[]} terms
 * @param {string} text
 * @param {Lexicon} lexicon
 * @returns {Term[]}
 */
function withSynonyms(terms, text, lexicon) {
  return [...terms, ...lexicon.synonyms(text).map((term) => makeTerm(term, { weight: SYNONYM }))];
}

/**
 * @param {string} text
 * @param {Term[]} terms
 * @param {Partial<Unit>} more
 * @returns {Unit}
 */
function unit(text, terms, more) {
  return { text, terms, splits: [], groups: [], loose: true, squareMetres: null, ...more };
}

/**
 * Return the units of a query with words that have no synonyms as a whole replaced by their pieces.
 * @param {Unit[]} units
 * @returns {Unit[]}
 */
export function piecesOfUnits(units) {
  return units.flatMap((whole) => (whole.groups.length === 0 && whole.splits.length > 0 ? whole.splits[0] : [whole]));
}

/**
 * Return every term of a query, those of splits included.
 * @param {Unit[]} units
 * @returns {Term[]}
 */
export function termsOf(units) {
  return units.flatMap(({ terms, splits }) => [...terms, ...splits.flatMap(termsOf)]);
}
