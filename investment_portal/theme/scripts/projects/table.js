// The list as a table: one row for each project.
import { make } from "../lib/dom.js";
import { link, markTyped, sumOf } from "./card.js";
import { labelOf } from "./index.js";

/** @typedef {import("./card.js").List} List */

const COLUMNS = ["sector", "sum", "space", "place", "status", "time"];
const SORTED = new Map([
  ["sum", "descending"],
  ["land", "descending"],
  ["name", "ascending"],
]);

/**
 * Create an empty table; rows come from `tableRow`.
 * @param {List} list
 * @param {string} sort
 * @returns {{element: HTMLElement, body: HTMLElement}}
 */
export function table({ index, words }, sort) {
  const by = sort === "land" ? "space" : sort;
  /** @param {string} name */
  const head = (name) =>
    make("th", { scope: "col", "aria-sort": name === by ? SORTED.get(sort) : null }, index.labels[name]);
  const body = make("tbody");
  const element = make(
    "div",
    { class: "table-wrap", tabindex: 0, role: "region", "aria-label": words.table },
    make("table", { class: "table" }, make("thead", {}, make("tr", {}, ["name", ...COLUMNS].map(head))), body),
  );
  return { element, body };
}

/**
 * Create the row of a project.
 * @param {List} list
 * @param {number} row
 * @param {string} typed
 */
export function tableRow(list, row, typed) {
  const { index } = list;
  const spaces = index.spaces.entries[index.spaces.of[row]];
  /** @type {Record<string, string>} */
  const cells = {
    sector: labelOf(index, "sector", row),
    sum: sumOf(list, row)[0],
    space: spaces.map(([label, text]) => `${label} ${text}`).join(" · "),
    place: index.places.entries[index.places.of[row]],
    status: index.badges.entries[index.badges.of[row]][0]?.[0] ?? labelOf(index, "status", row),
    time: labelOf(index, "time", row),
  };
  const element = make(
    "tr",
    { class: index.closed[row] ? "list-row--closed" : null },
    make("th", { scope: "row" }, link(list, row)),
    COLUMNS.map((name) =>
      make(
        "td",
        { "data-label": index.labels[name], class: name === "sum" ? "number" : null },
        make("span", {}, cells[name] || "—"),
      ),
    ),
  );
  markTyped(list, row, typed, element, "th a");
  return element;
}
