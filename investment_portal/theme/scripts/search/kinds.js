// The filter of search results by kind of record, with the number of results of each kind.
import { make, setChildren } from "../lib/dom.js";
import { KINDS } from "./match.js";

/** @typedef {import("./match.js").Match} Match */

/**
 * Return how many results each kind has, in the order of the kinds; kinds without results are left out.
 * @param {Match[]} matches
 * @returns {Map<string, number>}
 */
export function countKinds(matches) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { document } of matches) counts.set(document.kind, (counts.get(document.kind) || 0) + 1);
  return new Map([...counts].sort(([first], [second]) => KINDS.indexOf(first) - KINDS.indexOf(second)));
}

/**
 * Show a button for each kind that occurs, and one for all; nothing where all results are of one kind.
 * @param {HTMLElement} bar
 * @param {Record<string, string>} words
 * @param {Map<string, number>} counts
 * @param {string} chosen kind, empty for all
 */
export function showKinds(bar, words, counts, chosen) {
  const active = document.activeElement;
  const focused = active instanceof HTMLElement && bar.contains(active) ? active.dataset.kind : undefined;
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  /** @type {[string, string, number][]} */
  const choices = [["", words.all_kinds, total]];
  counts.forEach((count, kind) => choices.push([kind, words[`kind_${kind}`], count]));
  bar.hidden = counts.size < 2;
  const buttons = choices.map(([kind, name, count]) =>
    make(
      "button",
      { type: "button", "data-kind": kind, "aria-pressed": String(kind === chosen) },
      name,
      " ",
      make("span", {}, count.toLocaleString("en-US")),
    ),
  );
  setChildren(bar, ...(bar.hidden ? [] : buttons));
  const again = buttons.find(({ dataset }) => dataset.kind === focused);
  if (again) again.focus();
}
