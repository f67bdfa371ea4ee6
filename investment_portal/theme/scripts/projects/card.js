// A project in the list: a short card built from the index.
import { make } from "../lib/dom.js";
import { highlight, highlightText } from "../lib/highlight.js";
import { pageAddress } from "../lib/page_address.js";
import { breakBetweenWords } from "../lib/phrases.js";
import { convertSum, formatSum } from "../lib/money.js";
import { investment, labelOf } from "./index.js";

/** @typedef {import("./index.js").Index} Index */
/**
 * @typedef {{index: Index, texts: import("./text_search.js").Texts, language: string, records: string,
 *   words: Record<string, string>, cards: Map<string, Element>, compared: Set<string>,
 *   ranges: import("./limits.js").FreeRange[]}} List
 */

/**
 * Return a project's card with the typed terms highlighted.
 * @param {List} list
 * @param {number} row
 * @param {string} typed
 * @returns {HTMLElement}
 */
export function card(list, row, typed) {
  const copy = newCard(list, row);
  copy.classList.toggle("card--closed", Boolean(list.index.closed[row]));
  markTyped(list, row, typed, copy, ".card-title a");
  return copy;
}

/**
 * Highlight typed terms in an element; in the Chinese name also those typed as pinyin. The name then breaks between words.
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
  const marked = within.querySelector(name);
  if (marked) breakBetweenWords(marked);
}

/**
 * Create a short card: the name; sector, sum and space; stage and date of verification.
 * @param {List} list
 * @param {number} row
 */
function newCard(list, row) {
  const { index } = list;
  const spaces = index.spaces.entries[index.spaces.of[row]];
  const item = make(
    "li",
    { class: "card card--short", "data-id": index.ids[row] },
    make("h3", { class: "card-title" }, link(list, row)),
    make(
      "p",
      { class: "card-line" },
      [
        labelOf(index, "sector", row),
        sumOf(list, row)[0],
        ...spaces.map(([label, text]) => `${label}\u00a0${text}`),
      ]
        .filter(Boolean)
        .map((text) => make("span", {}, text)),
    ),
    make("p", { class: "card-line card-line--quiet" }, stageOf(list, row), make("span", {}, verifiedOf(list, row))),
  );
  item.append(...tools(list, row));
  return item;
}

/**
 * Return the stage of a project, and its status where it is not simply on offer.
 * @param {List} list
 * @param {number} row
 */
export function stageOf({ index }, row) {
  const [badge] = index.badges.entries[index.badges.of[row]];
  const stage = make("span", {}, labelOf(index, "stage", row));
  return badge && badge[1] !== "good" && badge[1] !== "example"
    ? [stage, make("span", { class: `badge badge--${badge[1]}` }, badge[0])]
    : [stage];
}

/**
 * Return the day on which a project was last verified, in a sentence.
 * @param {List} list
 * @param {number} row
 */
export function verifiedOf({ index, words }, row) {
  return words.verified.replace("{day}", index.verified.entries[index.verified.of[row]]);
}

/**
 * Return the tick that chooses a project for the comparison, and its bookmark.
 * @param {List} list
 * @param {number} row
 * @returns {Element[]}
 */
export function tools(list, row) {
  const { index, words, compared } = list;
  const id = index.ids[row];
  const tick = make("input", {
    type: "checkbox",
    checked: compared.has(id),
    "data-tick": id,
    "aria-label": words.compare_name.replace("{name}", () => index.names[row]),
  });
  const button = bookmark(list, row);
  return [make("label", { class: "list-tick" }, tick, make("span", {}, words.compare)), ...(button ? [button] : [])];
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
