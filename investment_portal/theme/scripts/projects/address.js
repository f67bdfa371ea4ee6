// The address of the filtered list: its names and values are stable, since people share such links.
import { has } from "../lib/collections.js";
import { isTrackingParameter } from "../lib/address.js";

/** @typedef {{q: string, chosen: Map<string, Set<string>>, sort: string, view: string, closed: boolean}} State */
/** @typedef {{facets: Map<string, Set<string>>, formerly: Record<string, string>}} Known */

export const SORTS = ["weight", "newest", "sum", "land", "name"];
export const VIEWS = ["cards", "table", "map"];
export const LONGEST = 200;
const BETWEEN = ".";
const SHOWN = 3;

/** @returns {State} */
export function defaultState() {
  return { q: "", chosen: new Map(), sort: SORTS[0], view: VIEWS[0], closed: false };
}

/**
 * Parse a state; unknown values are reported and ignored, former values count as the present ones.
 * @param {URLSearchParams} address
 * @param {Known} known
 * @returns {{state: State, dropped: string[], cut: boolean}}
 */
export function readState(address, { facets, formerly }) {
  const state = defaultState();
  /** @type {Set<string>} */
  const dropped = new Set();
  let cut = false;
  for (const [name, written] of address) {
    const values = facets.get(name);
    if (name === "q") {
      state.q = written.slice(0, LONGEST);
      cut = written.length > LONGEST;
    } else if (name === "sort" && SORTS.includes(written)) state.sort = written;
    else if (name === "view" && VIEWS.includes(written)) state.view = written;
    else if (name === "closed" && written === "1") state.closed = true;
    else if (values) {
      for (const word of written.split(BETWEEN).filter(Boolean)) {
        const value = values.has(word) ? word : has(formerly, word) ? formerly[word] : word;
        if (values.has(value)) state.chosen.set(name, (state.chosen.get(name) ?? new Set()).add(value));
        else dropped.add(`${name}=${word}`);
      }
    } else if (!isTrackingParameter(name, written)) dropped.add(written ? `${name}=${written}` : name);
  }
  return { state, dropped: [...dropped].slice(0, SHOWN).map((parameter) => parameter.slice(0, 60)), cut };
}

/**
 * Return the parameters of a state; defaults are left out.
 * @param {State} state
 * @returns {[string, string][]}
 */
export function writeState({ q, chosen, sort, view, closed }) {
  return [
    ["q", q.trim()],
    .../** @type {[string, string][]} */ ([...chosen].map(([name, values]) => [name, [...values].join(BETWEEN)])),
    ["sort", sort === SORTS[0] ? "" : sort],
    ["view", view === VIEWS[0] ? "" : view],
    ["closed", closed ? "1" : ""],
  ];
}

/**
 * Return whether a state is the default one.
 * @param {State} state
 */
export function isWhole({ q, chosen, sort, view, closed }) {
  return !q.trim() && chosen.size === 0 && sort === SORTS[0] && view === VIEWS[0] && !closed;
}
