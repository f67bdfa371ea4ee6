// Marks what is new since what the reader has seen. It is stored in the browser when the reader asks for it, and never sent.
import { lastOf } from "./lib/collections.js";
import { readJson, find, make, formatMessage } from "./lib/dom.js";
import { readStored, writeStored } from "./lib/storage.js";

const NAME = "portal-changes";
/** @typedef {{day: string, keys: string[]}} Seen the newest day of the list, and the keys of its entries */
/** @typedef {{newest: Seen}} Visits what the reader had seen when it was stored last */

const words = /** @type {Record<"none" | "some" | "started" | "failed" | "all_seen" | "mark", string>} */ (
  readJson("#visits-words")
);
const status = find(".visits-status");
const reset = /** @type {HTMLButtonElement} */ (find(".visits-reset"));
const entries = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-change]"))];
const newest = seenIn(entries.map((entry) => entry.dataset.change ?? ""));

/**
 * @param {string[]} keys
 * @returns {Seen}
 */
function seenIn(keys) {
  const day = lastOf(keys.map(dayOf).sort()) ?? "";
  return { day, keys: keys.filter((key) => dayOf(key) === day) };
}

/** @param {string} key */
function dayOf(key) {
  return key.slice(0, 10);
}

/**
 * @param {unknown} value
 * @returns {value is Seen}
 */
function isSeen(value) {
  const seen = /** @type {Partial<Seen> | null} */ (value);
  return typeof seen?.day === "string" && Array.isArray(seen.keys) && seen.keys.every((key) => typeof key === "string");
}

/**
 * @param {unknown} value
 * @returns {value is Visits}
 */
function isVisits(value) {
  const visits = /** @type {Partial<Visits> | null} */ (value);
  return isSeen(visits?.newest);
}

/**
 * @param {string} key
 * @param {Seen} before
 */
function isNew(key, before) {
  return dayOf(key) > before.day || (dayOf(key) === before.day && !before.keys.includes(key));
}

/** @param {Seen} before */
function mark(before) {
  const fresh = entries.filter((entry) => isNew(entry.dataset.change ?? "", before));
  for (const entry of fresh) {
    entry.classList.add("change--new");
    entry.append(make("span", { class: "change-new" }, words.mark));
  }
  status.textContent = fresh.length === 0 ? words.none : formatMessage(words.some, { count: fresh.length });
  reset.disabled = fresh.length === 0;
}

let stored = /** @type {Visits | null} */ (
  readStored(NAME, /** @type {(value: unknown) => value is Visits | null} */ (isVisits), null)
);
reset.classList.toggle("visits-reset--first", stored === null);
reset.disabled = false;
if (stored !== null) mark(stored.newest);

reset.addEventListener("click", () => {
  const done = writeStored(NAME, { newest });
  status.textContent = !done ? words.failed : stored === null ? words.started : words.all_seen;
  stored = { newest };
  for (const badge of document.querySelectorAll(".change-new")) badge.remove();
  for (const entry of entries) entry.classList.remove("change--new");
  reset.disabled = true;
  status.focus();
});
