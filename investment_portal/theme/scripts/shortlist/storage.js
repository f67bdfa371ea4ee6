// The reader's shortlist in localStorage; in memory where storage is refused.
import { writeStored, readStored } from "../lib/storage.js";
import { isId } from "./ids.js";

/** @typedef {{id: string, note: string}} Kept */

const NAME = "portal-shortlist";
export const MOST = 50;
export const LONGEST_NOTE = 500;

/** @type {Kept[] | null} */
let memory = null;

/**
 * Return the shortlist in the reader's order; invalid entries are left out.
 * @returns {Kept[]}
 */
export function shortlist() {
  return memory ?? sound(readStored(NAME, isList, []));
}

/**
 * Store a shortlist; return whether the browser stored it.
 * @param {Kept[]} list
 * @returns {boolean}
 */
export function remember(list) {
  const kept = sound(list);
  const done = writeStored(NAME, kept);
  memory = done ? null : kept;
  return done;
}

/**
 * Return whether this browser stores anything.
 * @returns {boolean}
 */
export function remembers() {
  return writeStored(`${NAME}-tried`, true);
}

/**
 * Call `changed` when another window changes the list, or this page is shown again from the cache.
 * @param {() => void} changed
 */
export function onChange(changed) {
  addEventListener("storage", (event) => {
    if (event.key === NAME || event.key === null) changed();
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
 * @returns {Kept[]}
 */
function sound(list) {
  /** @type {Map<string, Kept>} */
  const found = new Map();
  for (const one of list) {
    const { id, note } = /** @type {{id?: unknown, note?: unknown}} */ (one ?? {});
    if (typeof id === "string" && isId(id) && !found.has(id) && found.size < MOST)
      found.set(id, { id, note: typeof note === "string" ? note.slice(0, LONGEST_NOTE) : "" });
  }
  return [...found.values()];
}
