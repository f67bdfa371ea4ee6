// The reader's shortlist: order, notes, totals and actions. A list in the address is shown apart from it.
import { readAddress, writeAddress } from "./lib/address.js";
import { readJson, find, make, formatMessage } from "./lib/dom.js";
import { pageAddress } from "./lib/page_address.js";
import { hideToast, showToast } from "./lib/toast.js";
import { total, writtenLand, writtenYuan } from "./shortlist/decimal.js";
import { saveTable } from "./shortlist/export.js";
import { listed, readIds } from "./shortlist/ids.js";
import { item } from "./shortlist/item.js";
import { MOST, onChange, remember, remembers, shortlist } from "./shortlist/storage.js";
import { findProjects } from "./shortlist/records.js";
import { sheets } from "./shortlist/print_sheets.js";

/**
 * @typedef {import("./shortlist/records.js").Found} Found
 * @typedef {import("./shortlist/storage.js").Kept} Kept
 */

const COMPARED = 5;

/** @type {import("./shortlist/records.js").Given} */
const given = readJson(".selection-data");
const { words, at, language } = given;
const place = find(".selection");
const asked = readIds(readAddress().get("ids") ?? "");
let shared = isShared();
/** @type {Found[]} */
let shown = [];
let turn = 0;

/**
 * Return whether the address has another list than the reader's own. Without storage the address is the list.
 * @returns {boolean}
 */
function isShared() {
  const own = shortlist().map((one) => one.id);
  if (!asked.ids.length || [...asked.ids].sort().join() === [...own].sort().join()) return false;
  if (own.length || remembers()) return true;
  remember(asked.ids.map((id) => ({ id, note: "" })));
  return false;
}

/** Show the list, and write the reader's own into the address. */
async function show() {
  const mine = ++turn;
  const list = shared ? asked.ids.slice(0, MOST).map((id) => ({ id, note: "" })) : shortlist();
  const { found, lost, missed } = await findProjects(
    list.map((one) => one.id),
    given,
  );
  if (mine !== turn) return;
  const present = list
    .filter(({ id }) => !lost.includes(id))
    .map((one) => ({ ...one, id: found.find(({ was }) => was === one.id)?.id ?? one.id }));
  if (!shared && JSON.stringify(present) !== JSON.stringify(list)) remember(present);
  const dropped = [...lost, ...asked.dropped];
  const names = (/** @type {string[]} */ all) =>
    listed(all, language, (first, count) => formatMessage(words.more, { names: first, count }));
  const notes = [
    shared && words.shared,
    dropped.length && formatMessage(words.dropped, { names: names(dropped) }),
    missed.length && formatMessage(words.broken, { names: names(missed) }),
  ];
  if (!shared) writeAddress([["ids", present.map((one) => one.id).join(",")]]);
  place.replaceChildren(
    ...notes.filter((one) => typeof one === "string").map((one) => make("p", { class: "notice" }, one)),
    ...(found.length ? filled(found) : empty()),
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
  return (shared ? undefined : shortlist().find((one) => one.id === id)?.note) ?? "";
}

/**
 * @param {Found[]} found
 * @returns {HTMLElement[]}
 */
function filled(found) {
  shown = found;
  return [
    totals(found),
    actions(found),
    make(
      "ol",
      { class: "shortlist" },
      found.map((one, position) =>
        item(one, { given, note: noteOn(one.id), position, last: position === found.length - 1, own: !shared, change }),
      ),
    ),
  ];
}

/**
 * @param {Found[]} found
 * @returns {HTMLElement}
 */
function totals(found) {
  const stated = (/** @type {"yuan" | "thirds"} */ name) => found.map(({ project }) => project[name]).filter(Boolean);
  const figure = (/** @type {string} */ label, /** @type {string[]} */ sums, /** @type {string} */ text) =>
    sums.length > 0 &&
    make(
      "div",
      {},
      make(
        "dt",
        {},
        label,
        " ",
        sums.length < found.length &&
          make("small", {}, formatMessage(words.stated, { stated: sums.length, count: found.length })),
      ),
      make("dd", {}, text),
    );
  const sums = stated("yuan");
  const lands = stated("thirds");
  return make(
    "dl",
    { class: "key-figures shortlist-totals" },
    make(
      "div",
      {},
      make("dt", {}, words.title),
      make("dd", {}, formatMessage(found.length === 1 ? words.sum_one : words.sum, { count: found.length })),
    ),
    figure(words.total, sums, writtenYuan(total(sums), language)),
    figure(words.land, lands, writtenLand(total(lands), language)),
  );
}

/**
 * @param {Found[]} found
 * @returns {HTMLElement}
 */
function actions(found) {
  const ids = found.map((one) => one.id);
  const button = (/** @type {string} */ text, /** @type {() => void} */ does) => {
    const made = make("button", { type: "button", class: "button" }, text);
    made.addEventListener("click", does);
    return made;
  };
  const compare =
    ids.length > COMPARED ? words.compare_first : formatMessage(words.compare_these, { count: ids.length });
  return make(
    "div",
    { class: "shortlist-actions" },
    shared && button(words.add_these, take),
    shared && button(words.show_own, own),
    ids.length > 1 &&
      make(
        "a",
        { class: "button button--main", href: pageAddress(at.compare, [["ids", ids.slice(0, COMPARED).join(",")]]) },
        compare,
      ),
    make("a", { class: "button", href: pageAddress(at.enquiry, [["ids", ids.join(",")]]) }, words.enquire),
    button(words.csv, () => saveTable(found, given, noteOn)),
    make("button", { type: "button", class: "button", "data-print": true }, words.print),
    make(
      "button",
      { type: "button", class: "button", "data-share": true, "data-copied": words.copied, "data-copy": words.copy },
      words.share,
    ),
    !shared && button(words.clear, () => change([], words.cleared, ".selection a")),
  );
}

function take() {
  const list = shortlist();
  const more = asked.ids.filter((id) => !list.some((one) => one.id === id)).map((id) => ({ id, note: "" }));
  own();
  change([...list, ...more], "", ".shortlist a");
}

function own() {
  shared = false;
  void show();
}

/**
 * Store a changed list, announce the change, and offer to undo a removal.
 * @param {Kept[]} list
 * @param {string} said
 * @param {string} focus
 */
function change(list, said, focus) {
  const before = shortlist();
  asked.dropped.length = 0;
  const kept = remember(list);
  void show().then(() => /** @type {HTMLElement | null} */ (place.querySelector(focus))?.focus());
  const text = [said, kept ? "" : words.not_stored].filter(Boolean).join(" ");
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
addEventListener("beforeprint", () => place.append(sheets(shown, given, noteOn)));
addEventListener("afterprint", () => place.querySelector(".shortlist-sheets")?.remove());
onChange(() => void show());
void show();
