// The cost sheet of a park as a card, and all sheets as rows of a table.
import { formatMessage, make } from "../lib/dom.js";
import { formatFen } from "../lib/fraction_format.js";
import { pageAddress } from "../lib/page_address.js";
import { breakBetweenWords } from "../lib/phrases.js";
import { YEARS } from "./sheet.js";

/** @typedef {import("./sheet.js").Sheet} Sheet */
/** @typedef {import("./sheet.js").Range} Range */
/** @typedef {{park: any, sheet: Sheet, sure: bigint[], most: bigint[]}} Entry A park with its sheet, and the support of each year. */

const DIGITS = 3;

/**
 * Format a bound with three digits, the lower one rounded down and the upper one rounded up.
 * @param {bigint} fen
 * @param {string} language
 * @param {boolean} up
 */
function money(fen, language, up) {
  const unit = 10n ** BigInt(Math.max(0, String(fen).length - DIGITS));
  const rest = fen % unit;
  return formatFen(fen - rest + (rest > 0n && up ? unit : 0n), language);
}

/**
 * Format a range; where the price of something is not known only its lower bound says anything.
 * @param {Range} range
 * @param {boolean} complete
 * @param {any} data
 */
function shown([least, most], complete, { words, language }) {
  const values = { least: money(least, language, false), most: money(most, language, true) };
  if (!complete) return formatMessage(words.bound, values);
  return least === most ? values.least : formatMessage(words.range, values);
}

/**
 * Format a range of net costs: below zero it is a gain, and words say so instead of a minus sign.
 * @param {Range} range
 * @param {boolean} complete
 * @param {any} data
 */
function shownNet([least, most], complete, data) {
  const { words, language } = data;
  if (least >= 0n) return shown([least, most], complete, data);
  const gain = money(-least, language, true);
  if (!complete) return formatMessage(words.gain_up_to, { gain });
  if (most > 0n) return formatMessage(words.gain_to_cost, { gain, cost: money(most, language, true) });
  return formatMessage(words.gain, { gain: shown([-most, -least], true, data) });
}

/** @param {bigint[]} sums */
const total = (sums) => sums.slice(0, YEARS).reduce((all, sum) => all + sum, 0n);

/**
 * Return the card of a park: the sums, each item with its price, the years.
 * @param {Entry} entry
 * @param {any} data
 * @returns {Node}
 */
export function costsCard({ park, sheet, sure, most }, data) {
  const { words, language, items } = data;
  const { once, yearly, total: net, complete, rows } = sheet;
  const unknown = rows.filter(({ least }) => least === null).map(({ item }) => items[item]);
  const known = (/** @type {boolean} */ land) =>
    rows.filter(({ item }) => (item === "land") === land).every(({ least }) => least !== null);
  // The same number as in the sentence above the parks, so not rounded.
  const [certain, possible] = [formatFen(total(sure), language), formatFen(total(most), language)];
  const support = certain === possible ? certain : formatMessage(words.range, { least: certain, most: possible });
  const sums = [
    [words.once, shown(once, known(true), data)],
    [words.yearly, shown(yearly, known(false), data)],
    [words.support, total(sure) || !total(most) ? support : formatMessage(words.up_to, { most: possible })],
    [words.total, shownNet(net, complete, data)],
  ];
  return make(
    "section",
    { class: "costs-park", "data-park": park.id, "data-least": String(net[0]), "data-most": String(net[1]) },
    make("h3", {}, breakBetweenWords(make("a", { href: pageAddress(park.href) }, park.name))),
    make(
      "dl",
      { class: "costs-sums" },
      sums.reduce((all, [term, text]) => [...all, make("dt", {}, term), make("dd", {}, text)], /** @type {Node[]} */ ([])),
    ),
    unknown.length > 0 &&
      make("p", { class: "costs-lower" }, formatMessage(words.lower, { items: unknown.join(words.separator) })),
    make(
      "table",
      { class: "support-split costs-items" },
      make("thead", {}, make("tr", {}, [words.item, words.cost].map((text) => make("th", { scope: "col" }, text)))),
      make("tbody", {}, rows.map((row) => itemRow(row, park, data))),
    ),
    park.example && make("p", {}, words.example),
    make(
      "details",
      { class: "folded" },
      make("summary", {}, words.years),
      make(
        "table",
        { class: "support-split costs-items" },
        make("thead", {}, make("tr", {}, [words.years, words.net].map((text) => make("th", { scope: "col" }, text)))),
        make(
          "tbody",
          {},
          sheet.years.map((range, place) =>
            make(
              "tr",
              {},
              make("th", { scope: "row" }, formatMessage(words.year, { year: place + 1 })),
              make("td", {}, shownNet(range, complete, data)),
            ),
          ),
        ),
      ),
    ),
  );
}

/** @param {import("./sheet.js").Row} row @param {any} park @param {any} data */
function itemRow({ item, least, most }, park, data) {
  const { words, items } = data;
  if (least === null || most === null)
    return make(
      "tr",
      {},
      make("th", { scope: "row" }, items[item]),
      make("td", {}, words.unknown, park.ask && make("a", { href: pageAddress(park.ask) }, park.contact)),
    );
  const range = shown([least, most], true, data);
  const price = park.prices[item] && item !== "staff" ? park.prices[item].shown : [words.budget];
  return make(
    "tr",
    {},
    make("th", { scope: "row" }, items[item], price.map((/** @type {string} */ text) => make("small", {}, text))),
    make("td", {}, item === "land" ? range : formatMessage(words.a_year, { range })),
  );
}

/**
 * Return all sheets as rows of a table: park, item, price, lower and upper bound in yuan.
 * @param {Entry[]} entries
 * @param {any} data
 * @returns {string[][]}
 */
export function rowsOf(entries, { words, items }) {
  const rows = [[words.park, words.item, words.price, words.least, words.most]];
  for (const { park, sheet, sure, most } of entries) {
    for (const { item, least, most: upper } of sheet.rows) {
      const price = item === "staff" ? words.budget : ((park.prices[item] ?? {}).shown ?? []).join(words.separator);
      rows.push([park.name, items[item], price || words.unknown + park.contact, yuan(least), yuan(upper)]);
    }
    const bound = (/** @type {bigint} */ sum) => (sheet.complete ? yuan(sum) : "");
    rows.push([park.name, words.once, "", yuan(sheet.once[0]), bound(sheet.once[1])]);
    rows.push([park.name, words.yearly, "", yuan(sheet.yearly[0]), bound(sheet.yearly[1])]);
    rows.push([park.name, words.support, "", yuan(total(sure)), yuan(total(most))]);
    sheet.years.forEach(([low, high], place) =>
      rows.push([park.name, `${words.net} ${formatMessage(words.year, { year: place + 1 })}`, "", yuan(low), bound(high)]),
    );
    rows.push([park.name, words.total, "", yuan(sheet.total[0]), bound(sheet.total[1])]);
  }
  return rows;
}

/** @param {bigint | null} fen */
function yuan(fen) {
  if (fen === null) return "";
  const cents = fen < 0n ? -fen : fen;
  return `${fen < 0n ? "-" : ""}${cents / 100n}.${String(cents % 100n).padStart(2, "0")}`;
}
