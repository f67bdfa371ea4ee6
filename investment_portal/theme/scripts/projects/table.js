// The list as a table: one row for each project, sorted by the heads.
import { make } from "../lib/dom.js";
import { link, markTyped, stageOf, sumOf, tools, verifiedOf } from "./card.js";
import { labelOf } from "./index.js";

/** @typedef {import("./card.js").List} List */

/** The orders of each column: the first press, the second. @type {Record<string, string[]>} */
const ORDERS = {
  name: ["name"],
  sector: ["sector"],
  sum: ["sum", "sum-up"],
  ready: ["ready", "ready-up"],
  stage: ["stage"],
};
const DESCENDING = new Set(["sum", "ready", "stage"]);

/**
 * Create an empty table; rows come from `tableRow`.
 * @param {List} list
 * @param {string} sort
 * @param {(sort: string) => void} change
 * @returns {{element: HTMLElement, body: HTMLElement}}
 */
export function table({ index, words }, sort, change) {
  /** @param {string} name */
  const head = (name) => {
    const orders = ORDERS[name];
    const active = orders.includes(sort);
    const button = make("button", { type: "button", class: "list-head", "data-sort": name }, index.labels[name]);
    button.addEventListener("click", () => {
      change(orders[(orders.indexOf(sort) + 1) % orders.length]);
      /** @type {HTMLElement | null} */ (document.querySelector(`.list-head[data-sort=${name}]`))?.focus();
    });
    const order = active ? (DESCENDING.has(sort) ? "descending" : "ascending") : null;
    return make("th", { scope: "col", "aria-sort": order, class: `list-cell--${name}` }, button);
  };
  const body = make("tbody");
  const tool = make("th", { scope: "col" }, words.compare);
  const element = make(
    "table",
    { class: "table list-table", "aria-label": words.table },
    make("thead", {}, make("tr", {}, Object.keys(ORDERS).map(head), tool)),
    body,
  );
  return { element: make("div", { class: "list-rows" }, element), body };
}

/**
 * Create the row of a project.
 * @param {List} list
 * @param {number} row
 * @param {string} typed
 */
export function tableRow(list, row, typed) {
  const { index } = list;
  const [first, ...rest] = index.spaces.entries[index.spaces.of[row]];
  const isReady = index.ready[row] !== null;
  const spaces = first
    ? [isReady ? first[1] : make("small", {}, first.join(" ")), ...rest.map((space) => make("small", {}, space.join(" ")))]
    : ["—"];
  const element = make(
    "tr",
    { "data-id": index.ids[row], class: index.closed[row] ? "list-row--closed" : null },
    make("th", { scope: "row" }, link(list, row)),
    make("td", {}, labelOf(index, "sector", row)),
    make("td", {}, sumOf(list, row)[0] || "—"),
    make("td", { class: "list-cell--space" }, spaces),
    make("td", { class: "list-cell--stage" }, stageOf(list, row), make("small", {}, verifiedOf(list, row))),
    make("td", { class: "list-cell--tools" }, make("div", {}, tools(list, row))),
  );
  markTyped(list, row, typed, element, "th a");
  return element;
}
