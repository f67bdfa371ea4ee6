// Bookmarks on cards and project pages, and the link to the shortlist with the number of its projects.
import { readJson, formatMessage } from "./lib/dom.js";
import { showToast } from "./lib/toast.js";
import { LIMIT, onChange, remember, shortlist } from "./shortlist/storage.js";

// A page names this script once for each of its lists; the first one serves them all.
if (!document.documentElement.dataset.keeping) start();

function start() {
  document.documentElement.dataset.keeping = "on";
  /** @type {Record<string, string>} */
  const words = readJson(".bookmark-words");
  show();
  onChange(show);
  document.addEventListener("click", (event) => {
    const button = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest("[data-bookmark]"));
    if (button) turn(button, words);
  });
  // Lists that are filled or narrowed later bring their own bookmarks.
  new MutationObserver((changes) => {
    const added = changes.flatMap(({ addedNodes }) => [...addedNodes]).filter((node) => node instanceof Element);
    mark(added.flatMap((element) => [...element.querySelectorAll("[data-bookmark]")]));
  }).observe(document.body, { childList: true, subtree: true });
}

/**
 * Add a project to the shortlist, or remove it.
 * @param {HTMLElement} button
 * @param {Record<string, string>} words
 */
function turn(button, words) {
  const { bookmark: id = "", name = "" } = button.dataset;
  const list = shortlist();
  const listed = list.some((entry) => entry.id === id);
  if (!listed && list.length >= LIMIT) {
    showToast(formatMessage(words.full, { count: list.length }));
    return;
  }
  const next = listed ? list.filter((entry) => entry.id !== id) : [...list, { id, note: "" }];
  const stored = remember(next);
  show();
  showToast(
    formatMessage(listed ? words.taken_off : words.added, { name, count: next.length }) +
      (stored ? "" : ` ${words.not_stored}`),
  );
}

/**
 * Show which bookmarks are set.
 * @param {Iterable<Element>} buttons
 */
function mark(buttons) {
  const ids = new Set(shortlist().map((entry) => entry.id));
  for (const button of buttons) {
    const set = String(ids.has(button.getAttribute("data-bookmark") ?? ""));
    if (button.getAttribute("aria-pressed") !== set) button.setAttribute("aria-pressed", set);
  }
}

function show() {
  const ids = shortlist().map((entry) => entry.id);
  mark(document.querySelectorAll("[data-bookmark]"));
  for (const count of document.querySelectorAll("[data-shortlist-count]")) count.textContent = `(${ids.length})`;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll("a[data-shortlist], a[data-compare]")
  )) {
    const target = new URL(link.href);
    const chosen = link.hasAttribute("data-compare") ? ids.slice(0, 5) : ids;
    target.search = chosen.length ? `?ids=${chosen.join(",")}` : "";
    link.href = target.href;
  }
}
