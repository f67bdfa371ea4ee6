// Search results: those whose name, keywords or summary contain the query, grouped by kind; then those whose text does.
import { make, formatMessage } from "../lib/dom.js";
import { highlight, highlightText, termRanges } from "../lib/highlight.js";
import { pageAddress } from "../lib/page_address.js";
import { breakBetweenWords } from "../lib/phrases.js";
import { matchSpelling } from "../lib/pinyin.js";
import { excerpt } from "./match.js";

/** @typedef {import("./match.js").Match} Match */
/** @typedef {import("../lib/search/query.js").Query} Query */
/** @typedef {{root: string, words: Record<string, string>, library: import("./library.js").Library}} Where */

const FIRST = 5,
  FIRST_OF_KIND = 20,
  LIMIT = 100;

/**
 * Return the groups, the one with the best match first.
 * @param {Where} where
 * @param {Match[]} matches
 * @param {Query} query
 * @param {boolean} ofKind whether one kind is chosen: more of it is shown at once
 * @returns {HTMLElement[]}
 */
export function groups(where, matches, query, ofKind) {
  const { words } = where;
  /** @type {Map<string, Match[]>} */
  const kinds = new Map();
  for (const entry of matches.filter(({ inHeading }) => inHeading)) {
    const members = kinds.get(entry.document.kind);
    if (members) members.push(entry);
    else kinds.set(entry.document.kind, [entry]);
  }
  const first = ofKind ? FIRST_OF_KIND : FIRST;
  const sections = [...kinds].map(([kind, members]) =>
    group(where, words[`kind_${kind}`], members, query, first, false),
  );
  const inTexts = matches.filter(({ inHeading }) => !inHeading);
  if (inTexts.length > 0) sections.push(group(where, words.in_text, inTexts, query, first, !ofKind));
  return sections;
}

/**
 * @param {Where} where
 * @param {string} title
 * @param {Match[]} members
 * @param {Query} query
 * @param {number} first how many are shown at once
 * @param {boolean} withKind
 */
function group(where, title, members, query, first, withKind) {
  const { words } = where;
  const list = make(
    "ol",
    { class: "search-group-list" },
    members.slice(0, first).map((entry) => item(where, entry, query, withKind)),
  );
  const more = make(
    "button",
    { type: "button", class: "button search-group-more" },
    formatMessage(words.more, { count: Math.min(members.length, LIMIT) }),
  );
  more.addEventListener("click", () => {
    list.append(...members.slice(first, LIMIT).map((entry) => item(where, entry, query, withKind)));
    const link = list.children[first] && list.children[first].querySelector("a");
    if (link) link.focus();
    more.remove();
  });
  const heading = make(
    "h2",
    {},
    title,
    " ",
    make("span", { class: "search-group-count" }, members.length.toLocaleString("en-US")),
  );
  return make("section", { class: "search-group" }, heading, list, members.length > first && more);
}

/**
 * @param {Where} where
 * @param {Match} match
 * @param {Query} query
 * @param {boolean} withKind
 */
function item({ root, words, library }, { document, place }, query, withKind) {
  const [page, anchor] = document.address.split("#");
  const href = pageAddress(`${root}${page}`) + (anchor ? `#${anchor}` : "");
  const link = make("a", { href }, document.title);
  const kind = withKind && make("span", { class: "search-kind" }, words[`kind_${document.kind}`]);
  const text = make("p", {}, excerpt(document, query));
  const element = make("li", {}, kind, link, text);
  if (library.language === "zh") highlightSpelled(library, place, link, query);
  highlight(link, query.units);
  highlight(text, query.units);
  if (!element.querySelector("mark")) showReason(library, document, query, element, words);
  breakBetweenWords(link);
  return element;
}

/**
 * Highlight what a unit spells in a Chinese name.
 * @param {import("./library.js").Library} library
 * @param {number} place
 * @param {HTMLElement} link
 * @param {Query} query
 */
function highlightSpelled(library, place, link, { units }) {
  const name = link.firstChild;
  const spelling = library.spelling(place);
  if (!(name instanceof Text) || !spelling || termRanges(name.data, units).length > 0) return;
  const signs = [...name.data].flatMap((sign, at) => (sign.trim() ? [at] : []));
  for (const { text } of units) {
    const range = matchSpelling(spelling, text.replace(/ /g, ""));
    if (range) return highlightText(name, [[signs[range[0]], signs[range[1] - 1] + 1]]);
  }
}

/**
 * Show why a document matches where neither its title nor its excerpt does: its id, its name in the other language, or
 * the keyword that is spelled.
 * @param {import("./library.js").Library} library
 * @param {import("./library.js").Document} document
 * @param {Query} query
 * @param {HTMLElement} element
 * @param {Record<string, string>} words
 */
function showReason(library, document, { units }, element, words) {
  const { title, chinese, keywords, id } = document;
  const spelled = keywords.split("\n").find((keyword) => {
    const known = library.spelledKeywords().get(keyword);
    return known && units.some(({ text }) => matchSpelling(known.spelling, text.replace(/ /g, "")));
  });
  const reasons = [
    ...(chinese !== title ? [chinese] : [document.other]),
    formatMessage(words.id, { id: id.replace(/\/$/, "") }),
  ];
  const reason = reasons.find((text) => termRanges(text, units).length > 0);
  if (reason === undefined && spelled === undefined) return;
  const line = make("p", { class: "search-reason" }, reason === undefined ? make("mark", {}, spelled) : reason);
  if (reason !== undefined) highlight(line, units);
  element.append(line);
}
