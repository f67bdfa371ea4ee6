// Search results grouped by kind: the first of each group, the others on demand.
import { make, formatMessage } from "../lib/dom.js";
import { highlight } from "../lib/highlight.js";
import { pageAddress } from "../lib/page_address.js";
import { excerpt } from "./match.js";

/** @typedef {import("./match.js").Found} Found */
/** @typedef {{root: string, words: Record<string, string>}} Where */

const FIRST = 5,
  MOST = 100;

/**
 * Return the groups, the one with the best match first.
 * @param {Where} where
 * @param {Found[]} found
 * @param {string[]} terms
 * @returns {HTMLElement[]}
 */
export function groups({ root, words }, found, terms) {
  /** @type {Map<string, Found[]>} */
  const kinds = new Map();
  for (const one of found) kinds.set(one.document.kind, [...(kinds.get(one.document.kind) ?? []), one]);
  return [...kinds].map(([kind, own]) => {
    const list = make(
      "ol",
      { class: "search-group-list" },
      own.slice(0, FIRST).map((one) => item(root, one, terms)),
    );
    const more = make(
      "button",
      { type: "button", class: "button search-group-more" },
      formatMessage(words.more, { count: Math.min(own.length, MOST) }),
    );
    more.addEventListener("click", () => {
      list.append(...own.slice(FIRST, MOST).map((one) => item(root, one, terms)));
      list.children[FIRST]?.querySelector("a")?.focus();
      more.remove();
    });
    const title = make(
      "h2",
      {},
      words[`kind_${kind}`],
      " ",
      make("span", { class: "search-group-count" }, own.length.toLocaleString("en-US")),
    );
    return make("section", { class: "search-group" }, title, list, own.length > FIRST && more);
  });
}

/**
 * @param {string} root
 * @param {Found} found
 * @param {string[]} terms
 */
function item(root, { document: { address, title }, document }, terms) {
  const [page, anchor] = address.split("#");
  const href = pageAddress(`${root}${page}`) + (anchor ? `#${anchor}` : "");
  const made = make("li", {}, make("a", { href }, title), make("p", {}, excerpt(document, terms)));
  highlight(made, terms);
  return made;
}
