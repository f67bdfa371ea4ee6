// A project in the list: the card of the page, or one built from the index.
import { make } from "../lib/dom.js";
import { highlight, highlightText } from "../lib/highlight.js";
import { pageAddress } from "../lib/page_address.js";
import { convertSum, formatSum } from "../lib/money.js";
import { investment, labelOf } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/**
 * @typedef {{index: Index, texts: import("./text_search.js").Texts, language: string, records: string,
 *   words: Record<string, string>, cards: Map<string, Element>}} List
 */

/**
 * Return a project's card with the typed terms highlighted.
 * @param {List} list
 * @param {number} row
 * @param {string} typed
 * @returns {HTMLElement}
 */
export function card(list, row, typed) {
  const existing = list.cards.get(list.index.ids[row]);
  const copy = /** @type {HTMLElement} */ (existing ? existing.cloneNode(true) : newCard(list, row));
  copy.classList.toggle("card--closed", Boolean(list.index.closed[row]));
  markTyped(list, row, typed, copy, ".card-title a");
  return copy;
}

/**
 * Highlight typed terms in an element; in the Chinese name also those typed as pinyin.
 * @param {List} list
 * @param {number} row
 * @param {string} typed
 * @param {Element} within
 * @param {string} name selector of the element with the name
 */
export function markTyped(list, row, typed, within, name) {
  const units = list.texts.unitsOf(typed);
  const title = within.querySelector(name)?.firstChild;
  if (list.language === "zh" && title instanceof Text) {
    const signs = [...title.data].flatMap((sign, at) => (sign.trim() ? [at] : []));
    const spelt = units.map(({ text }) => list.texts.spelling(row, text)).find((range) => range !== undefined);
    if (spelt) highlightText(title, [[signs[spelt[0]], signs[spelt[1] - 1] + 1]]);
  }
  highlight(within, units);
}

/**
 * @param {List} list
 * @param {number} row
 */
function newCard(list, row) {
  const { index } = list;
  const badges = index.badges.entries[index.badges.of[row]];
  const item = make(
    "li",
    { class: "card", "data-id": index.ids[row] },
    make("p", { class: "card-lead" }, `${labelOf(index, "sector", row)} · ${labelOf(index, "kind", row)}`),
    make("h3", { class: "card-title" }, link(list, row)),
    badges.length > 0 &&
      make(
        "ul",
        { class: "badges" },
        badges.map(([text, tone]) => make("li", { class: `badge badge--${tone}` }, text)),
      ),
    make("dl", {}, facts(list, row)),
  );
  const button = bookmark(list, row);
  if (button) item.append(button);
  return item;
}

/**
 * Return a link to a project's page.
 * @param {List} list
 * @param {number} row
 */
export function link({ index, records }, row) {
  return make("a", { href: pageAddress(`${records}${index.ids[row]}/`) }, index.names[row]);
}

/**
 * Return the formatted investment of a project, and the same in the other currency.
 * @param {List} list
 * @param {number} row
 * @returns {[string, string]}
 */
export function sumOf({ index, language, words }, row) {
  const sum = investment(index, row);
  if (sum === null) return ["", ""];
  const about = convertSum(sum, language, index.rates);
  const day = index.old[language === "zh" ? sum.currency : "USD"];
  const text = day ? words.about_dated.replace("{day}", day) : words.about;
  return [formatSum(sum, language), about && text.replace("{sum}", about)];
}

/**
 * @param {List} list
 * @param {number} row
 */
function facts(list, row) {
  const { index } = list;
  const [sum, about] = sumOf(list, row);
  const spaces = index.spaces.entries[index.spaces.of[row]];
  return [
    sum ? fact(index.labels.sum, sum, about && make("small", {}, about)) : null,
    ...spaces.map(([label, text]) => fact(label, text)),
    fact(index.labels.place, index.places.entries[index.places.of[row]]),
  ];
}

/**
 * @param {string} label
 * @param {string} value
 * @param {HTMLElement | string} [note]
 */
function fact(label, value, note = "") {
  return make("div", {}, make("dt", {}, label), make("dd", {}, value, note && " ", note));
}

/**
 * Return a bookmark for a project, copied from a card of the page.
 * @param {List} list
 * @param {number} row
 */
function bookmark({ cards, index }, row) {
  const [sample] = cards.values();
  const button = sample?.querySelector("[data-bookmark]");
  const name = sample?.querySelector(".card-title")?.textContent?.trim();
  if (!button || !name) return null;
  const copy = /** @type {Element} */ (button.cloneNode(true));
  const [id, target] = [button.getAttribute("data-bookmark") ?? "", index.ids[row]];
  for (const { name: attribute, value } of [...copy.attributes])
    copy.setAttribute(attribute, value === id ? target : value.replace(name, () => index.names[row]));
  copy.setAttribute("aria-pressed", "false");
  return copy;
}
