// Site search: one index of records and hand-written pages, matched literally.
import { readAddress, writeAddress } from "./lib/address.js";
import { find, formatMessage, make, readJson, setChildren } from "./lib/dom.js";
import { fold } from "./lib/normalize.js";
import { answer } from "./search/answers.js";
import { countKinds, showKinds } from "./search/kinds.js";
import { Library } from "./search/library.js";
import { search as searchLibrary } from "./search/match.js";
import { groups } from "./search/results.js";

/** @typedef {import("./search/match.js").Outcome} Outcome */

const LONGEST = 200;
const root = find(".search");
/** @type {Record<string, string>} */
const words = readJson(".search-words");
const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const { data = "", name = "", root: home = "" } = root.dataset;
/** @type {HTMLInputElement} */
const box = find("#search-words", root);
const status = find(".search-status", root);
const results = find(".search-results", root);
const note = find(".search-note", root);
const kinds = find(".search-kinds", root);
const library = new Library(data, name, language);
const [filler, ignored] = [words.filler, words.ignored].map((list) => new Set(list.split(/\s*[、,，]\s*/)));
let searches = 0;
let throughTexts = false;
let chosen = "";
/** @type {[typed: string, outcome: Outcome, unfinished: boolean] | null} */
let shown = null;

/**
 * Search once everything that the query needs is loaded. The texts of a large portal are loaded where its headings do
 * not contain the query, or on request; the results of headings then do not move.
 */
async function search() {
  const turn = ++searches;
  const typed = box.value.trim();
  document.documentElement.classList.toggle("search-active", typed !== "");
  document.documentElement.classList.remove("search-empty");
  if (typed === "") {
    status.textContent = "";
    clear();
    return;
  }
  results.setAttribute("aria-busy", "true");
  try {
    if (!library.lexicon) status.textContent = words.searching;
    await library.loadHeadings();
    if (turn !== searches) return;
    const early = searchLibrary(library, typed, ignored);
    const isMissing = isLongEnough(typed) && !(early.isLiteral && early.matches.length > 0);
    if (isMissing && library.places === null) {
      status.textContent = words.searching;
      await library.loadPlaces();
      if (turn !== searches) return;
    }
    const wantsTexts = (library.isSmall && isLongEnough(typed)) || (library.isLight && isMissing) || throughTexts;
    if (library.texts === null && wantsTexts) {
      if (isMissing || library.isSmall) status.textContent = words.searching;
      else show(typed, early, true);
      await library.loadTexts();
    }
    if (turn === searches) show(typed, searchLibrary(library, typed, ignored), false);
  } catch {
    if (turn !== searches) return;
    status.textContent = words.failed;
    clear();
    document.documentElement.classList.add("search-empty");
  }
  if (turn === searches) results.removeAttribute("aria-busy");
}

/**
 * Return whether a query is worth searching all texts: the first key is not.
 * @param {string} typed
 */
function isLongEnough(typed) {
  const text = fold(typed);
  return /[\u3400-\u9fff].*[\u3400-\u9fff]|\d.*\d|[^\s]{3}/.test(text);
}

/**
 * @param {string} typed
 * @param {Outcome} outcome
 * @param {boolean} unfinished whether texts are still loading
 */
function show(typed, outcome, unfinished) {
  const { query, corrected, matches } = outcome;
  shown = [typed, outcome, unfinished];
  const count = matches.length;
  const counts = countKinds(matches);
  // A chosen kind without results waits for the next query; all results are shown meanwhile.
  const kind = counts.has(chosen) ? chosen : "";
  const direct = answer({ root: home, words, language, library, filler }, query.units, corrected || typed);
  const isEmpty = count === 0 && !direct;
  status.textContent = isEmpty
    ? formatMessage(words.none, { text: typed })
    : count === 0
      ? formatMessage(words.answered, { text: typed })
      : corrected
      ? formatMessage(words.corrected, { text: typed, corrected })
      : kind
      ? formatMessage(words.found_kind, {
          kind: words[`kind_${kind}`],
          count: (counts.get(kind) || 0).toLocaleString("en-US"),
          total: count.toLocaleString("en-US"),
          text: typed,
        })
      : formatMessage(count === 1 ? words.found_one : words.found, {
          count: count.toLocaleString("en-US"),
          text: typed,
        });
  // Without results the list by name is shown below.
  document.documentElement.classList.toggle("search-empty", isEmpty);
  const active = results.contains(document.activeElement) ? document.activeElement : null;
  const focused = active && active.getAttribute("href");
  const ofKind = kind ? matches.filter(({ document }) => document.kind === kind) : matches;
  const sections = groups({ root: home, words, library }, ofKind, query, kind !== "");
  showKinds(kinds, words, counts, kind);
  setChildren(results, ...(direct && !kind ? [direct] : []), ...sections, ...furtherHelp(isEmpty, unfinished));
  // A focused result keeps the focus while more arrive.
  if (!focused) return;
  const again = [...results.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused);
  if (again) again.focus();
}

/**
 * Return further help: loading the texts of a large portal, and a contact.
 * @param {boolean} isEmpty
 * @param {boolean} unfinished
 */
function furtherHelp(isEmpty, unfinished) {
  /** @type {HTMLElement[]} */
  const elements = [];
  if (unfinished) elements.push(make("p", { class: "block-note" }, words.in_text_waiting));
  else if (library.texts === null && !library.isSmall) {
    const more = make(
      "button",
      { type: "button", class: "button" },
      formatMessage(words.deeper, { size: library.megabytes }),
    );
    more.addEventListener("click", () => {
      throughTexts = true;
      search();
    });
    elements.push(make("p", { class: "actions" }, more));
  }
  const steps = document.querySelector("template.search-steps");
  if (isEmpty && steps instanceof HTMLTemplateElement)
    elements.push(make("div", { class: "empty" }, make("p", {}, words.help), steps.content.cloneNode(true)));
  return elements;
}

/** Remove the results and their filter. */
function clear() {
  shown = null;
  setChildren(results);
  showKinds(kinds, words, new Map(), "");
}

/**
 * Show the results of the kind whose button is pressed; the address keeps it.
 * @param {Event} event
 */
function choose({ target }) {
  const button = target instanceof Element && target.closest("button");
  if (!button || !shown) return;
  chosen = button.dataset.kind || "";
  writeState(true);
  show(...shown);
}

/**
 * Write query and kind into the address.
 * @param {boolean} step whether the browser's way back leads to the state before
 */
function writeState(step) {
  writeAddress(
    [
      ["q", box.value.trim()],
      ["kind", chosen],
    ],
    { step },
  );
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
  // The filter lies between the input and the first result.
  const inKinds = kinds.contains(document.activeElement);
  const at = inKinds ? Number(way < 0) : stops.indexOf(/** @type {HTMLElement} */ (document.activeElement));
  const next = stops[at + way];
  if (at < 0 || !next) return;
  event.preventDefault();
  next.focus();
}

function typed() {
  note.textContent = "";
  if (box.value.trim() === "") chosen = "";
  writeState(false);
  search();
}

function read() {
  const address = readAddress();
  const query = address.get("q") || "";
  const kind = address.get("kind") || "";
  chosen = `kind_${kind}` in words ? kind : "";
  box.value = query.slice(0, LONGEST);
  note.textContent = query.length > LONGEST ? formatMessage(words.cut, { count: LONGEST }) : "";
  search();
}

box.addEventListener("input", typed);
kinds.addEventListener("click", choose);
if (box.form) box.form.addEventListener("submit", (event) => {
  event.preventDefault();
  const first = results.querySelector("a");
  if (first) first.focus();
});
root.addEventListener("keydown", step);
addEventListener("popstate", read);
read();
if (!box.value) box.focus({ preventScroll: true });
