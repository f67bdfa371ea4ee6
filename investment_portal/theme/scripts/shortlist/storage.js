// The reader's shortlist in localStorage; in memory where storage is refused.
import { readStored, removeStored, storedName, writeStored } from "../lib/storage.js";
import { isId } from "./ids.js";

/** @typedef {{id: string, note: string}} Entry */

const NAME = "portal-shortlist";
export const LIMIT = 50;
export const LONGEST_NOTE = 500;

/** @type {Entry[] | null} */
let memory = null;

/**
 * Return the shortlist in the reader's order; invalid entries are left out.
 * @returns {Entry[]}
 */
export function shortlist() {
  return memory ?? sound(readStored(NAME, isList, []));
}

/**
 * Store a shortlist; return whether the browser stored it.
 * @param {Entry[]} list
 * @returns {boolean}
 */
export function remember(list) {
  const entries = sound(list);
  const done = writeStored(NAME, entries);
  memory = done ? null : entries;
  return done;
}

/**
 * Return whether this browser stores anything, where the list is empty; what is stored to find out does not stay.
 * @returns {boolean}
 */
export function remembers() {
  const done = writeStored(NAME, []);
  removeStored(NAME);
  return done;
}

/**
 * Call `changed` when another window changes the list, or this page is shown again from the cache.
 * @param {() => void} changed
 */
export function onChange(changed) {
  addEventListener("storage", (event) => {
    if (event.key === storedName(NAME) || event.key === null) changed();
  });
  addEventListener("pageshow", (event) => {
    if (event.persisted) changed();
  });
}

/**
 * @param {unknown} value
 * @returns {value is unknown[]}
 */
function isList(value) {
  return Array.isArray(value);
}

/**
 * @param {unknown[]} list
 * @returns {Entry[]}
 */
function sound(list) {
  /** @type {Map<string, Entry>} */
  const entries = new Map();
  for (const item of list) {
    const { id, note } = /** @type {{id?: unknown, note?: unknown}} */ (item ?? {});
    if (typeof id === "string" && isId(id) && !entries.has(id) && entries.size < LIMIT)
      entries.set(id, { id, note: typeof note === "string" ? note.slice(0, LONGEST_NOTE) : "" });
  }
  return [...entries.values()];
}
