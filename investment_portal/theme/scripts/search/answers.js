// Direct answers above the results: prices and wages by park, phone numbers, contacts for a place, plots of a size.
import { placesNamed } from "../contacts/places.js";
import { make, formatMessage } from "../lib/dom.js";
import { normalize } from "../lib/normalize.js";
import { pageAddress } from "../lib/page_address.js";
import { piecesOfUnits } from "../lib/search/query.js";

/** @typedef {import("../lib/search/query.js").Unit} Unit */
/** @typedef {[park: string, address: string, price: string, day: string, note: string]} Price */
/**
 * @typedef {[name: string, unit: string, phone: string, href: string, mail: string, hours: string, names: string]
 * } Contact
 */
/** @typedef {[id: string, name: string, names: string[], contacts: string[]]} Place */
/** @typedef {[park: string, address: string, name: string, area: string, squareMetres: number, from: string]} Area */
/**
 * @typedef {object} Answers
 * @property {Record<string, Price[]>} prices by item
 * @property {Record<string, string>} items
 * @property {[park: string, address: string, text: string][]} wages
 * @property {Record<string, Contact>} contacts
 * @property {string} main
 * @property {Place[]} places
 * @property {Area[]} areas
 */
/**
 * @typedef {{root: string, words: Record<string, string>, language: "zh" | "en", library: import("./library.js").Library,
 *   filler: Set<string>}} Where
 */

const CONTACTS = 4,
  AREAS = 6,
  ABOUT = 0.25;
const SEPARATOR = " · ";

/**
 * Return the direct answer to a query; null where there is none.
 * @param {Where} where
 * @param {Unit[]} units
 * @param {string} typed
 * @returns {HTMLElement | null}
 */
export function answer(where, units, typed) {
  const asked = piecesOfUnits(units).filter(({ text }) => !where.filler.has(text));
  const named = asked.filter(({ groups }) => !groups.includes("phone"));
  const place = named.length < asked.length ? named.map(({ text }) => text).join(" ") : typed;
  const ways = [
    () => places(where, place),
    () => prices(where, asked),
    () => phones(where, asked),
    () => areas(where, asked),
  ];
  const attributes = { class: "search-answer", "aria-label": where.words.answer };
  for (const way of ways) {
    const parts = way();
    if (parts.length > 0) return make("section", attributes, ...parts);
  }
  return null;
}

/**
 * Return the prices or wages that a query asks for, of all parks or of the one that it names.
 * @param {Where} where
 * @param {Unit[]} asked
 */
function prices({ root, words, library: { answers } }, asked) {
  /** @param {Unit} unit */
  const itemOf = ({ text, groups }) =>
    groups.find((name) => name in answers.prices || name === "wages") ||
    Object.keys(answers.prices).find((name) => normalize(answers.items[name]) === text);
  const topic = asked.find(itemOf);
  const item = topic && itemOf(topic);
  if (!item) return [];
  const others = asked.filter((unit) => unit !== topic);
  /** @param {string} text */
  const isAsked = (text) => others.every((unit) => contains(text, unit));
  if (item === "wages") {
    const rows = answers.wages.filter(([park, , text]) => isAsked(`${park}\n${text}`));
    return rows.length > 0
      ? [title(words.wages), table(rows.map(([park, address, text]) => [link(root, address, park), text]), true)]
      : [];
  }
  const rows = answers.prices[item].filter(([park]) => isAsked(park));
  if (rows.length === 0) return [];
  return [
    title(formatMessage(words.prices, { item: answers.items[item] })),
    table(
      rows.map(([park, address, price, day, note]) => [
        link(root, address, park),
        make("strong", {}, price),
        [formatMessage(words.as_of, { day }), note].filter(Boolean).join(SEPARATOR),
      ]),
    ),
  ];
}

/**
 * Return the numbers of the contacts that a query names beside a word for phone; alone it means the main contact.
 * @param {Where} where
 * @param {Unit[]} asked
 */
function phones({ root, words, library: { answers } }, asked) {
  if (!asked.some(({ groups }) => groups.includes("phone"))) return [];
  const others = asked.filter(({ groups }) => !groups.includes("phone"));
  const ids = Object.keys(answers.contacts).filter((id) =>
    others.every((unit) => contains(answers.contacts[id][6], unit)),
  );
  const shown = others.length === 0 ? [answers.main].filter((id) => id in answers.contacts) : ids;
  const main = shown.includes(answers.main) ? [answers.main] : [];
  const ordered = [...main, ...shown.filter((id) => id !== answers.main)].slice(0, CONTACTS);
  return ordered.length > 0 ? [title(words.phones), contactTable(root, answers, ordered)] : [];
}

/**
 * Return the contacts for a place that the whole query names, with the way to the route finder.
 * @param {Where} where
 * @param {string} typed
 */
function places({ root, words, language, library }, typed) {
  const { answers } = library;
  const text = normalize(typed).trim();
  if (text.length < 2) return [];
  const place = answers.places.find(([, , names]) => names.some((name) => normalize(name) === text));
  if (place) {
    const [id, , names, contacts] = place;
    const name = names.find((candidate) => normalize(candidate) === text) || "";
    return placeAnswer(root, words, answers, name, contacts, [["from", id]]);
  }
  const [known] = placesNamed(library.places || [], text);
  if (!known) return [];
  const origin = answers.places.find(([id]) => id === known.origin);
  const name = known.name[language];
  const named = known.via ? formatMessage(words.place_within, { place: name, via: known.via[language] }) : name;
  return placeAnswer(root, words, answers, named, origin ? origin[3] : [answers.main], [
    ["from", known.origin],
    ["place", name],
  ]);
}

/**
 * @param {string} root
 * @param {Record<string, string>} words
 * @param {Answers} answers
 * @param {string} place
 * @param {string[]} contacts
 * @param {[string, string][]} parameters
 */
function placeAnswer(root, words, answers, place, contacts, parameters) {
  const href = pageAddress(`${root}contacts/`, parameters);
  const link = make("a", { href }, formatMessage(words.place_link, { place }));
  return [
    title(formatMessage(words.place, { place })),
    contactTable(
      root,
      answers,
      contacts.filter((contact) => contact in answers.contacts),
    ),
    make("p", { class: "search-answer-more" }, link),
  ];
}

/**
 * Return the plots and halls of about the area that a query consists of.
 * @param {Where} where
 * @param {Unit[]} asked
 */
function areas({ root, words, library: { answers } }, asked) {
  const [unit] = asked;
  if (asked.length !== 1 || unit.squareMetres === null) return [];
  const wanted = unit.squareMetres;
  const near = answers.areas
    .filter(([, , , , size]) => Math.abs(size - wanted) <= ABOUT * wanted)
    .sort((first, second) => Math.abs(first[4] - wanted) - Math.abs(second[4] - wanted))
    .slice(0, AREAS);
  if (near.length === 0) return [];
  return [
    title(formatMessage(words.areas, { area: unit.text })),
    table(
      near.map(([park, address, name, area, , from]) => [
        make("span", {}, link(root, address, park), SEPARATOR, name),
        make("strong", {}, area),
        from ? formatMessage(words.available, { day: from }) : "",
      ]),
    ),
  ];
}

/**
 * @param {string} text
 * @param {Unit} unit
 * @returns {boolean}
 */
function contains(text, unit) {
  const normalized = normalize(text);
  return (
    unit.terms.some((term) => term.next(normalized, 0) !== null) ||
    unit.splits.some((split) => split.every((part) => contains(text, part)))
  );
}

/** @param {string} text */
function title(text) {
  return make("h2", {}, text);
}

/** @param {string} root @param {string} address @param {string} text */
function link(root, address, text) {
  return make("a", { href: pageAddress(`${root}${address}`) }, text);
}

/**
 * @param {string} root
 * @param {Answers} answers
 * @param {string[]} ids
 */
function contactTable(root, answers, ids) {
  return table(
    ids.map((id) => {
      const [name, , phone, href, mail, hours] = answers.contacts[id];
      const number = phone ? make("a", { href }, phone) : make("a", { href: `mailto:${mail}` }, mail);
      return [link(root, `contacts/${id}/`, name), make("strong", {}, number), hours];
    }),
  );
}

/** @param {(Node | string)[][]} rows @param {boolean} [ofTexts] */
function table(rows, ofTexts = false) {
  return make(
    "ul",
    { class: `search-answer-rows${ofTexts ? " search-answer-rows--text" : ""}` },
    rows.map((cells) => make("li", {}, ...cells.filter((cell) => cell !== "").map((cell) => make("span", {}, cell)))),
  );
}
