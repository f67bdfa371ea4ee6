// Marks what is new since a reader's last visit; where it was is kept in the browser and goes nowhere.
import { dataOf, find, make, say } from "./lib/dom.js";
import { keep, recall } from "./lib/storage.js";

const NAME = "portal-changes";
/** How long a visit lasts: who looks again within it is shown the same marks. */
const VISIT = 30 * 60 * 1000;

/** @typedef {{day: string, keys: string[]}} Seen the newest day of a list, and what it told of that day */
/** @typedef {{before: Seen, newest: Seen, at: number}} Visits what was seen before this visit, in it, and when */

const words = /** @type {Record<"first" | "none" | "some" | "all_seen" | "mark" | "reset", string>} */ (
  dataOf("#visits-words")
);
const said = find(".visits-status");
const reset = /** @type {HTMLButtonElement} */ (find(".visits-reset"));
const entries = [.../** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-change]"))];
const newest = seenIn(entries.map((entry) => entry.dataset.change ?? ""));

/**
 * @param {string[]} keys
 * @returns {Seen}
 */
function seenIn(keys) {
  const day = keys.map(dayOf).sort().at(-1) ?? "";
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
  said.textContent = fresh.length === 0 ? words.none : say(words.some, { count: fresh.length });
  reset.disabled = fresh.length === 0;
}

const known = /** @type {Visits | null} */ (
  recall(NAME, /** @type {(value: unknown) => value is Visits | null} */ (isVisits), null)
);
const now = Date.now();
const before = known === null ? newest : Math.abs(now - known.at) > VISIT ? known.newest : known.before;
keep(NAME, { before, newest, at: now });
if (known !== null) mark(before);

reset.addEventListener("click", () => {
  keep(NAME, { before: newest, newest, at: Date.now() });
  for (const one of document.querySelectorAll(".change-new")) one.remove();
  for (const entry of entries) entry.classList.remove("change--new");
  said.textContent = words.all_seen;
  reset.disabled = true;
  said.focus();
});
