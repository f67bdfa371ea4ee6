// Site search: exact matching in every record and page, merged with Pagefind's index of pages.
import { readAddress, writeAddress } from "./lib/address.js";
import { find, formatMessage, make, readJson, setChildren } from "./lib/dom.js";
import { splitTerms } from "./lib/normalize.js";
import { Library } from "./search/index.js";
import { match } from "./search/match.js";
import { pagesOn } from "./search/pagefind.js";
import { groups } from "./search/results.js";

const LONGEST = 200;
const root = find(".search");
/** @type {Record<string, string>} */
const words = readJson(".search-words");
const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const { data = "", name = "", pagefind = "", root: home = "" } = root.dataset;
/** @type {HTMLInputElement} */
const box = find("#search-words", root);
const status = find(".search-status", root);
const results = find(".search-results", root);
const note = find(".search-note", root);
const library = new Library(data, name, language);
let searches = 0;

/** Show results as they arrive: by names at once, by texts once loaded, with Pagefind's pages last. */
async function search() {
  const turn = ++searches;
  const typed = box.value.trim();
  const all = splitTerms(typed);
  document.documentElement.classList.toggle("search-active", all.length > 0);
  document.documentElement.classList.remove("search-empty");
  if (all.length === 0) {
    status.textContent = "";
    setChildren(results);
    return;
  }
  results.setAttribute("aria-busy", "true");
  try {
    await library.names();
    if (turn !== searches) return;
    if (!library.whole && library.light) {
      show(all, [], true);
      await library.texts();
    }
    if (turn !== searches) return;
    show(all, [], false);
    const pages = await pagesOn(pagefind, typed);
    if (turn === searches && pages?.length) show(all, pages, false);
  } catch {
    if (turn !== searches) return;
    status.textContent = words.failed;
    setChildren(results);
    document.documentElement.classList.add("search-empty");
  }
  if (turn === searches) results.removeAttribute("aria-busy");
}

/**
 * @param {string[]} all
 * @param {string[]} pages
 * @param {boolean} unfinished
 */
function show(all, pages, unfinished) {
  const matches = match(library.documents, all, unfinished ? undefined : library.labels);
  const shown = new Set(matches.map((entry) => entry.document));
  for (const address of pages) {
    const document = library.documents.find((candidate) => candidate.kind === "page" && candidate.address === address);
    if (document && !shown.has(document)) matches.push({ document, rank: 0 });
  }
  const count = matches.length;
  status.textContent =
    unfinished && count === 0
      ? words.searching
      : count === 0
        ? formatMessage(words.none, { text: box.value.trim() })
        : formatMessage(count === 1 ? words.found_one : words.found, {
            count: count.toLocaleString("en-US"),
            text: box.value.trim(),
          });
  // Without results the list by name is shown below.
  document.documentElement.classList.toggle("search-empty", count === 0 && !unfinished);
  const focused = results.contains(document.activeElement) ? document.activeElement?.getAttribute("href") : null;
  setChildren(results, ...groups({ root: home, words }, matches, all), ...furtherHelp(count, unfinished));
  // A focused result keeps the focus while more arrive.
  if (focused)
    /** @type {HTMLElement | undefined} */ (
      [...results.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused)
    )?.focus();
}

/**
 * Return further help: loading the texts of a large portal, a contact, and a note for a copy on disk.
 * @param {number} count
 * @param {boolean} unfinished
 */
function furtherHelp(count, unfinished) {
  /** @type {HTMLElement[]} */
  const elements = [];
  if (!unfinished && !library.whole) {
    const more = make(
      "button",
      { type: "button", class: "button" },
      formatMessage(words.deeper, { size: library.megabytes }),
    );
    more.addEventListener("click", () => {
      status.textContent = words.searching;
      library.texts().then(search, () => (status.textContent = words.failed));
    });
    elements.push(make("p", { class: "actions" }, more));
  }
  if (count === 0 && !unfinished) {
    const contact = document.querySelector("template.search-contact");
    elements.push(
      make(
        "p",
        { class: "empty" },
        words.help,
        " ",
        contact instanceof HTMLTemplateElement && contact.content.cloneNode(true),
      ),
    );
  }
  if (location.protocol === "file:") elements.push(make("p", { class: "block-note" }, words.disk));
  return elements;
}

/**
 * Move between input and results with the arrow keys.
 * @param {KeyboardEvent} event
 */
function step(event) {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (event.key === "Escape") {
    box.focus();
    if (event.target === box && box.value) {
      box.value = "";
      typed();
    }
  }
  if (!way || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [box, .../** @type {NodeListOf<HTMLElement>} */ (results.querySelectorAll("a, button"))];
  const at = stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = stops[at + way];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

function typed() {
  note.textContent = "";
  writeAddress([["q", box.value.trim()]]);
  search();
}

function read() {
  const query = readAddress().get("q") ?? "";
  box.value = query.slice(0, LONGEST);
  note.textContent = query.length > LONGEST ? formatMessage(words.cut, { count: LONGEST }) : "";
  search();
}

box.addEventListener("input", typed);
box.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  /** @type {HTMLElement | null} */ (results.querySelector("a"))?.focus();
});
root.addEventListener("keydown", step);
addEventListener("popstate", read);
read();
if (!box.value) box.focus({ preventScroll: true });
