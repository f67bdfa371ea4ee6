// The reader's shortlist: order, notes, totals and actions. A list in the address is shown apart from it.
import { readAddress, writeAddress } from "./lib/address.js";
import { find, formatMessage, make, readJson, setChildren } from "./lib/dom.js";
import { qualify } from "./lib/money.js";
import { pageAddress } from "./lib/page_address.js";
import { hideToast, showToast } from "./lib/toast.js";
import { total, formatLand, formatYuanSum } from "./shortlist/decimal.js";
import { saveTable } from "./shortlist/export.js";
import { formatNames, readIds } from "./shortlist/ids.js";
import { item } from "./shortlist/item.js";
import { LIMIT, onChange, remember, remembers, shortlist } from "./shortlist/storage.js";
import { findProjects } from "./shortlist/records.js";
import { sheets } from "./shortlist/print_sheets.js";

/**
 * @typedef {import("./shortlist/records.js").Selected} Selected
 * @typedef {import("./shortlist/storage.js").Entry} Entry
 */

const COMPARED = 5;

/** @type {import("./shortlist/records.js").SelectionData} */
const data = readJson(".selection-data");
const { words, at, language } = data;
const place = find(".selection");
const requested = readIds(readAddress().get("ids") ?? "");
let shared = isShared();
/** @type {Selected[]} */
let shown = [];
let turn = 0;

/**
 * Return whether the address has another list than the reader's own. Without storage the address is the list.
 * @returns {boolean}
 */
function isShared() {
  const stored = shortlist().map((entry) => entry.id);
  if (!requested.ids.length || [...requested.ids].sort().join() === [...stored].sort().join()) return false;
  if (stored.length || remembers()) return true;
  remember(requested.ids.map((id) => ({ id, note: "" })));
  return false;
}

/** Show the list, and write the reader's own into the address. */
async function show() {
  const mine = ++turn;
  const list = shared ? requested.ids.slice(0, LIMIT).map((id) => ({ id, note: "" })) : shortlist();
  const { projects, unknown, failed } = await findProjects(
    list.map((entry) => entry.id),
    data,
  );
  if (mine !== turn) return;
  const present = list
    .filter(({ id }) => !unknown.includes(id))
    .map((entry) => ({ ...entry, id: projects.find(({ was }) => was === entry.id)?.id ?? entry.id }));
  if (!shared && JSON.stringify(present) !== JSON.stringify(list)) remember(present);
  const dropped = [...unknown, ...requested.dropped];
  const names = (/** @type {string[]} */ all) =>
    formatNames(all, language, (first, count) => formatMessage(words.more, { names: first, count }));
  const notes = [
    shared && words.shared,
    dropped.length && formatMessage(words.dropped, { names: names(dropped) }),
    failed.length && formatMessage(words.broken, { names: names(failed) }),
  ];
  if (!shared) writeAddress([["ids", present.map((entry) => entry.id).join(",")]]);
  setChildren(
    place,
    ...notes.filter((note) => typeof note === "string").map((note) => make("p", { class: "notice" }, note)),
    ...(projects.length ? rendered(projects) : empty()),
  );
}

/** @returns {HTMLElement[]} */
function empty() {
  shown = [];
  return [
    make("p", { class: "empty" }, words.empty),
    make(
      "p",
      { class: "actions" },
      make("a", { class: "button button--main", href: pageAddress(at.projects) }, words.to_projects),
    ),
  ];
}

/**
 * Return the reader's note about a project.
 * @param {string} id
 * @returns {string}
 */
function noteOn(id) {
  return (shared ? undefined : shortlist().find((entry) => entry.id === id)?.note) ?? "";
}

/**
 * @param {Selected[]} projects
 * @returns {HTMLElement[]}
 */
function rendered(projects) {
  shown = projects;
  return [
    totals(projects),
    actions(projects),
    make(
      "ol",
      { class: "shortlist" },
      projects.map((project, position) =>
        item(project, {
          data,
          note: noteOn(project.id),
          position,
          last: position === projects.length - 1,
          editable: !shared,
          change,
        }),
      ),
    ),
  ];
}

/**
 * @param {Selected[]} projects
 * @returns {HTMLElement}
 */
function totals(projects) {
  const stated = (/** @type {"yuan" | "thirds"} */ name) => projects.filter(({ project }) => project[name]);
  const sumOf = (/** @type {"yuan" | "thirds"} */ name) => total(stated(name).map(({ project }) => project[name]));
  const figure = (/** @type {string} */ label, /** @type {"yuan" | "thirds"} */ name, /** @type {string} */ text) =>
    stated(name).length > 0 &&
    make(
      "div",
      {},
      make(
        "dt",
        {},
        label,
        " ",
        stated(name).length < projects.length &&
          make("small", {}, formatMessage(words.stated, { stated: stated(name).length, count: projects.length })),
      ),
      make("dd", {}, qualify(text, qualifierOf(stated(name), name), language)),
    );
  return make(
    "dl",
    { class: "key-figures shortlist-totals" },
    make(
      "div",
      {},
      make("dt", {}, words.title),
      make("dd", {}, formatMessage(projects.length === 1 ? words.sum_one : words.sum, { count: projects.length })),
    ),
    figure(words.total, "yuan", formatYuanSum(sumOf("yuan"), language)),
    figure(words.land, "thirds", formatLand(sumOf("thirds"), language)),
  );
}

/**
 * Return how a total is not exact: one of its parts may be more, or is not exact itself.
 * @param {Selected[]} projects
 * @param {"yuan" | "thirds"} name
 */
function qualifierOf(projects, name) {
  if (projects.some(({ project }) => project[name] !== project[`${name}_high`])) return "least";
  return projects.some(({ project }) => project[`${name}_about`]) ? "about" : "";
}

/**
 * @param {Selected[]} projects
 * @returns {HTMLElement}
 */
function actions(projects) {
  const ids = projects.map((project) => project.id);
  const button = (/** @type {string} */ text, /** @type {() => void} */ action) => {
    const element = make("button", { type: "button", class: "button" }, text);
    element.addEventListener("click", action);
    return element;
  };
  const compare =
    ids.length > COMPARED ? words.compare_first : formatMessage(words.compare_these, { count: ids.length });
  return make(
    "div",
    { class: "shortlist-actions" },
    shared && button(words.add_these, addShared),
    shared && button(words.show_own, showStored),
    ids.length > 1 &&
      make(
        "a",
        { class: "button button--main", href: pageAddress(at.compare, [["ids", ids.slice(0, COMPARED).join(",")]]) },
        compare,
      ),
    make("a", { class: "button", href: pageAddress(at.enquiry, [["ids", ids.join(",")]]) }, words.enquire),
    button(words.csv, () => saveTable(projects, data, noteOn)),
    make("button", { type: "button", class: "button", "data-print": true }, words.print),
    make(
      "button",
      { type: "button", class: "button", "data-share": true, "data-copied": words.copied, "data-copy": words.copy },
      words.share,
    ),
    !shared && button(words.clear, () => change([], words.cleared, ".selection a")),
  );
}

function addShared() {
  const list = shortlist();
  const more = requested.ids.filter((id) => !list.some((entry) => entry.id === id)).map((id) => ({ id, note: "" }));
  showStored();
  change([...list, ...more], "", ".shortlist a");
}

function showStored() {
  shared = false;
  void show();
}

/**
 * Store a changed list, announce the change, and offer to undo a removal.
 * @param {Entry[]} list
 * @param {string} message
 * @param {string} focus
 */
function change(list, message, focus) {
  const before = shortlist();
  requested.dropped.length = 0;
  const stored = remember(list);
  void show().then(() => /** @type {HTMLElement | null} */ (place.querySelector(focus))?.focus());
  const text = [message, stored ? "" : words.not_stored].filter(Boolean).join(" ");
  if (list.length >= before.length) {
    if (text) showToast(text);
    return;
  }
  const undo = make("button", { type: "button", class: "button" }, words.undo);
  undo.addEventListener("click", () => {
    hideToast();
    change(before, "", ".shortlist a");
  });
  showToast(text, undo);
}

// Print sheets are created before printing, so that they have the current notes.
addEventListener("beforeprint", () => place.append(sheets(shown, data, noteOn)));
addEventListener("afterprint", () => place.querySelector(".shortlist-sheets")?.remove());
onChange(() => void show());
void show();
