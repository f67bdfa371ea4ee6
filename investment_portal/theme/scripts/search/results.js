// Search results grouped by kind: the first of each group, the others on demand.
import { make, formatMessage } from "../lib/dom.js";
import { highlight } from "../lib/highlight.js";
import { pageAddress } from "../lib/page_address.js";
import { excerpt } from "./match.js";

/** @typedef {import("./match.js").Match} Match */
/** @typedef {{root: string, words: Record<string, string>}} Where */

const FIRST = 5,
  LIMIT = 100;

/**
 * Return the groups, the one with the best match first.
 * @param {Where} where
 * @param {Match[]} matches
 * @param {string[]} terms
 * @returns {HTMLElement[]}
 */
export function groups({ root, words }, matches, terms) {
  /** @type {Map<string, Match[]>} */
  const kinds = new Map();
  for (const entry of matches) kinds.set(entry.document.kind, [...(kinds.get(entry.document.kind) ?? []), entry]);
  return [...kinds].map(([kind, members]) => {
    const list = make(
      "ol",
      { class: "search-group-list" },
      members.slice(0, FIRST).map((entry) => item(root, entry, terms)),
    );
    const more = make(
      "button",
      { type: "button", class: "button search-group-more" },
      formatMessage(words.more, { count: Math.min(members.length, LIMIT) }),
    );
    more.addEventListener("click", () => {
      list.append(...members.slice(FIRST, LIMIT).map((entry) => item(root, entry, terms)));
      list.children[FIRST]?.querySelector("a")?.focus();
      more.remove();
    });
    const title = make(
      "h2",
      {},
      words[`kind_${kind}`],
      " ",
      make("span", { class: "search-group-count" }, members.length.toLocaleString("en-US")),
    );
    return make("section", { class: "search-group" }, title, list, members.length > FIRST && more);
  });
}

/**
 * @param {string} root
 * @param {Match} match
 * @param {string[]} terms
 */
function item(root, { document: { address, title }, document }, terms) {
  const [page, anchor] = address.split("#");
  const href = pageAddress(`${root}${page}`) + (anchor ? `#${anchor}` : "");
  const element = make("li", {}, make("a", { href }, title), make("p", {}, excerpt(document, terms)));
  highlight(element, terms);
  return element;
}
