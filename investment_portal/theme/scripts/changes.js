// Marks what is new since the reader's last visit. The date of the visit is stored in the browser and never sent.
import { lastOf } from "./lib/collections.js";
import { readJson, find, make, formatMessage } from "./lib/dom.js";
import { writeStored, readStored } from "./lib/storage.js";

const NAME = "portal-changes";
/** Length of a visit in milliseconds: within it the same entries are marked as new. */
const VISIT = 30 * 60 * 1000;

/** @typedef {{day: string, keys: string[]}} Seen the newest day of the list, and the keys of its entries */
/** @typedef {{before: Seen, newest: Seen, at: number}} Visits what was seen before this visit, what in it, and when it began */

const words = /** @type {Record<"first" | "none" | "some" | "all_seen" | "mark" | "reset", string>} */ (
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
  return typeof visits?.at === "number" && isSeen(visits.before) && isSeen(visits.newest);
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

const stored = /** @type {Visits | null} */ (
  readStored(NAME, /** @type {(value: unknown) => value is Visits | null} */ (isVisits), null)
);
const now = Date.now();
const before = stored === null ? newest : Math.abs(now - stored.at) > VISIT ? stored.newest : stored.before;
writeStored(NAME, { before, newest, at: now });
if (stored !== null) mark(before);

reset.addEventListener("click", () => {
  writeStored(NAME, { before: newest, newest, at: Date.now() });
  for (const badge of document.querySelectorAll(".change-new")) badge.remove();
  for (const entry of entries) entry.classList.remove("change--new");
  status.textContent = words.all_seen;
  reset.disabled = true;
  status.focus();
});
