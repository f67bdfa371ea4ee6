// The summary of a result: count and sum, the filters as chips, and suggestions where nothing matches.
import { find, formatMessage, make, setChildren } from "../lib/dom.js";
import { formatSum } from "../lib/money.js";
import { pageAddress } from "../lib/page_address.js";
import { yuan } from "./index.js";
import { inUnit } from "./limits.js";

/** @typedef {import("./card.js").List} List */
/** @typedef {import("./address.js").State} State */
/** @typedef {{name: string, value: string, text: string}} Chip */

/**
 * Format a number of projects.
 * @param {Record<string, string>} words
 * @param {number} count
 */
export function projects(words, count) {
  return formatMessage(count === 1 ? words.count_one : words.count, { count: count.toLocaleString("en-US") });
}

/**
 * Format the number of projects and their total investment.
 * @param {List} list
 * @param {number[]} rows
 */
export function sentence({ index, words, language }, rows) {
  const stated = rows.filter((row) => yuan(index, row) !== null);
  const low = stated.reduce((sum, row) => sum + (yuan(index, row) ?? 0), 0);
  const values = {
    projects: projects(words, rows.length),
    stated: stated.length,
    sum: formatSum({ low, high: undefined, qualifier: qualifierOf(index, stated), currency: "CNY" }, language),
  };
  if (rows.length === 0) return words.empty;
  if (stated.length === 0) return values.projects;
  return formatMessage(stated.length === rows.length ? words.summary : words.summary_part, values);
}

/**
 * Return how a total is not exact: one of its parts may be more, or is not exact itself.
 * @param {import("./index.js").Index} index
 * @param {number[]} rows
 */
function qualifierOf({ highs, qualifiers }, rows) {
  if (rows.some((row) => highs[row] !== undefined || (qualifiers[row] ?? "about") !== "about")) return "least";
  return rows.some((row) => qualifiers[row]) ? "about" : "";
}

/**
 * Return the active filters as chips, in the order of the facets.
 * @param {List} list
 * @param {State} state
 * @returns {Chip[]}
 */
export function chips({ index, words, ranges }, state) {
  const chosen = index.facets.flatMap(({ name, label, values }) =>
    values
      .filter(([value]) => state.chosen.get(name)?.has(value))
      .map(([value, text]) => ({ name, value, text: formatMessage(words.chip, { facet: label, value: text }) })),
  );
  chosen.push(...ranges.filter(({ name }) => state.limits.has(name)).map((range) => limitChip(range, state, words)));
  const typed = state.q.trim();
  return typed ? [{ name: "q", value: "", text: formatMessage(words.chip_text, { text: typed }) }, ...chosen] : chosen;
}

/**
 * Return the chip of a figure's limits, in the unit in which they are typed.
 * @param {import("./limits.js").FreeRange} range
 * @param {State} state
 * @param {Record<string, string>} words
 * @returns {Chip}
 */
function limitChip({ name, label, unit, factor }, state, words) {
  const { min, max } = state.limits.get(name) ?? {};
  const [from, to] = [min, max].map((bound) => (bound === undefined ? "" : inUnit(bound, factor)));
  const text =
    min !== undefined && max !== undefined
      ? formatMessage(words.between, { name: label, from, to, unit })
      : formatMessage(min === undefined ? words.at_most : words.at_least, { name: label, figure: from || to, unit });
  return { name: `${name}_limits`, value: "", text };
}

/**
 * Render the chips, each with a button that removes it.
 * @param {HTMLElement} into
 * @param {Chip[]} all
 * @param {Record<string, string>} words
 * @param {(chip: Chip | null) => void} remove null removes all of them
 */
export function showChips(into, all, words, remove) {
  const place = [...into.querySelectorAll("button")].indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
  /** @param {HTMLElement} button @param {Chip | null} chip */
  const item = (button, chip) => {
    button.addEventListener("click", () => remove(chip));
    return make("li", {}, button);
  };
  const items = all.map((chip) =>
    item(
      make(
        "button",
        { type: "button", class: "list-chip", "aria-label": formatMessage(words.remove, { name: chip.text }) },
        make("span", {}, chip.text),
        make("span", { "aria-hidden": "true" }, "×"),
      ),
      chip,
    ),
  );
  if (all.length > 1) items.push(item(make("button", { type: "button", class: "list-clear" }, words.clear), null));
  setChildren(into, ...items);
  if (place < 0) return;
  // The focus stays where the removed chip was; after the last one it moves to the summary.
  const buttons = into.querySelectorAll("button");
  (buttons[Math.min(place, buttons.length - 1)] ?? find(".list-summary")).focus();
}

/**
 * Return suggestions: each filter whose removal leads to projects, the site search, a contact.
 * @param {List & {search: string}} list
 * @param {State} state
 * @param {Map<string, number>} without
 * @param {(chip: Chip) => void} remove
 */
export function suggestions(list, state, without, remove) {
  const { words } = list;
  const removing = chips(list, state)
    .filter(({ name }) => without.get(name))
    .map((chip) => {
      const button = make(
        "button",
        { type: "button", class: "button button--plain" },
        formatMessage(words.empty_remove, { name: chip.text, projects: projects(words, without.get(chip.name) ?? 0) }),
      );
      button.addEventListener("click", () => remove(chip));
      return make("li", {}, button);
    });
  const typed = state.q.trim();
  const contact = document.querySelector("template.list-contact");
  return make(
    "div",
    { class: "empty list-empty" },
    make(
      "ul",
      {},
      removing,
      typed
        ? make(
            "li",
            {},
            make(
              "a",
              { href: pageAddress(list.search, [["q", typed]]) },
              formatMessage(words.empty_everywhere, { text: typed }),
            ),
          )
        : null,
    ),
    contact instanceof HTMLTemplateElement &&
      make("p", { class: "list-contact-line" }, words.empty_ask, " ", contact.content.cloneNode(true)),
  );
}
