// The list of projects: filtered, sorted, shown as cards, table or map; the address holds the state.
import { readAddress, writeAddress } from "./lib/address.js";
import { find, formatMessage, readJson, setChildren } from "./lib/dom.js";
import { loadData } from "./lib/data_script.js";
import { loadLexicon } from "./lib/search/lexicon.js";
import { LONGEST, feedAddress, readState, defaultState, writeState } from "./projects/address.js";
import { drawer } from "./projects/drawer.js";
import { Texts } from "./projects/text_search.js";
import { inOrder } from "./projects/index.js";
import { choose, narrow } from "./projects/filter.js";
import { show } from "./projects/facet_panel.js";
import { compareChoice } from "./projects/compare_choice.js";
import { rangesOf, showLimits, typedLimits } from "./projects/limits.js";
import { draw, viewOf } from "./projects/results.js";
import { chips, suggestions, projects, sentence, showChips } from "./projects/summary.js";
import { offerTools } from "./shell/assistants.js";

const root = find(".list");
/** @type {Record<string, string>} */
const words = readJson(".list-messages");
const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const { index: address = "", name = "", records = "", search = "", sectors = "", parks = "" } = root.dataset;
/** @type {HTMLFormElement} */
const filters = find(".list-filters", root);
/** @type {HTMLInputElement} */
const box = find("#list-words", root);
/** @type {HTMLSelectElement} */
const sort = find(".list-sort select", root);
const results = find(".list-results", root);
const groups = find(".list-groups", root);
/** @type {HTMLAnchorElement} */
const follow = find(".list-follow a", root);
const feeds = { sectors, parks, all: follow.getAttribute("href") ?? "" };

root.dataset.ready = "";
loadData(address, name).then(start, () => {
  find(".list-note", root).textContent = words.failed;
  document.documentElement.classList.remove("list-pending");
});

/** @param {import("./projects/index.js").Index} index */
function start(index) {
  const cards = new Map(
    [...groups.querySelectorAll("[data-id]")].map((card) => [card.getAttribute("data-id") ?? "", card]),
  );
  const texts = new Texts(index, language);
  const list = { index, texts, language, records, words, cards, search, compared: new Set(), ranges: rangesOf(filters) };
  const known = {
    facets: new Map(index.facets.map((facet) => [facet.name, new Set(facet.values.map(([value]) => value))])),
    formerly: index.formerly,
  };
  let state = defaultState();
  const sheet = drawer(root, filters, () => change({ ...defaultState(), sort: state.sort, view: state.view }));

  /** @param {Partial<import("./projects/address.js").State>} next @param {{step?: boolean}} [how] */
  function change(next, { step = true } = {}) {
    state = { ...state, ...next };
    writeAddress(writeState(state), { step });
    render();
  }

  /** @param {import("./projects/summary.js").Chip | null} chip */
  function remove(chip) {
    if (chip === null) change({ q: "", chosen: new Map(), limits: new Map() });
    else if (chip.name.endsWith("_limits")) limit(chip.name.replace("_limits", ""), null);
    else if (chip.name === "q") change({ q: "" });
    else turn(chip.name, chip.value, false);
  }

  /** @param {string} facet @param {string} value @param {boolean} on */
  function turn(facet, value, on) {
    const changed = index.facets.find((entry) => entry.name === facet);
    if (changed) change({ chosen: choose(state.chosen, changed, value, on) });
  }

  /** @param {string} name @param {import("./projects/address.js").Limits | null} limits */
  function limit(name, limits) {
    const next = new Map(state.limits);
    if (limits) next.set(name, limits);
    else next.delete(name);
    change({ limits: next });
  }

  function render() {
    const matching = texts.matches(state.q);
    const narrowed = narrow(index, state.chosen, {
      order: inOrder(index, state.sort, language),
      closed: state.closed,
      matching,
      limits: state.limits,
    });
    showLimits(filters, list.ranges, state.limits);
    show(filters, index, state, narrowed);
    find(".list-summary", root).textContent = sentence(list, narrowed.rows);
    const all = chips(list, state);
    showChips(find(".list-chips", root), all, words, remove);
    follow.href = feedAddress(state.chosen, feeds);
    sheet.update(projects(words, narrowed.rows.length), all.length);
    if (box.value.trim() !== state.q.trim()) box.value = state.q;
    sort.value = state.sort;
    for (const button of root.querySelectorAll(".list-views button"))
      button.setAttribute("aria-pressed", String(button.getAttribute("value") === viewOf(state)));
    groups.hidden = true;
    results.hidden = false;
    if (narrowed.rows.length === 0) setChildren(results, suggestions(list, state, narrowed.without, remove));
    else {
      const counts = narrowed.counts.get("park") ?? new Uint32Array();
      draw(list, results, state, narrowed.rows, {
        counts,
        choose: (park) => turn("park", park, !state.chosen.get("park")?.has(park)),
        count: (count) => projects(words, count),
        sort: (next) => change({ sort: next }),
      });
    }
    if (matching) fetchTexts();
    // Typed words are searched in all texts before anything is shown, so that nothing moves when the texts arrive.
    if (!matching || complete) document.documentElement.classList.remove("list-pending");
  }

  let fetched = false;
  let complete = false;
  function fetchTexts() {
    if (fetched) return;
    fetched = true;
    const base = address.slice(0, -`${name}.js`.length);
    const pieces = [...Array(index.pieces).keys()].map((number) =>
      loadData(`${base}projects-texts.${number}.js`, `projects-texts.${number}`).then((text) =>
        texts.add(number, text),
      ),
    );
    const lexicon = loadLexicon(base).then((loaded) => texts.useLexicon(loaded));
    Promise.allSettled([lexicon, ...pieces]).then(() => {
      complete = true;
      render();
    });
  }

  function read() {
    const { state: next, dropped, cut } = readState(readAddress(), known);
    state = next;
    const notes = [
      dropped.length > 0 && formatMessage(words.dropped, { words: dropped.join(", ") }),
      cut && formatMessage(words.cut, { count: LONGEST }),
    ];
    find(".list-note", root).textContent = notes.filter(Boolean).join(" ");
    render();
  }

  filters.addEventListener("change", (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const range = list.ranges.find(({ name }) => input.name === `${name}_min` || input.name === `${name}_max`);
    if (range) limit(range.name, typedLimits(filters, range));
    else if (input.name === "closed") change({ closed: input.checked });
    else turn(input.name, input.value, input.checked);
  });
  filters.addEventListener("submit", (event) => event.preventDefault());
  box.addEventListener("input", () => change({ q: box.value }, { step: false }));
  box.form?.addEventListener("submit", (event) => event.preventDefault());
  sort.addEventListener("change", () => change({ sort: sort.value }));
  for (const button of /** @type {NodeListOf<HTMLButtonElement>} */ (root.querySelectorAll(".list-views button")))
    button.addEventListener("click", () => change({ view: button.value }));
  addEventListener("popstate", read);
  matchMedia("(min-width: 60em)").addEventListener("change", render);
  compareChoice(root, list.compared, words);
  read();
}
offerTools();
