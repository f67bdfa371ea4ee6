// The address of the filtered list: its names and values are stable, since people share such links.
import { has } from "../lib/collections.js";
import { isTrackingParameter } from "../lib/address.js";

/** @typedef {{min?: number, max?: number}} Limits */
/** @typedef {{q: string, chosen: Map<string, Set<string>>, limits: Map<string, Limits>, sort: string, view: string, closed: boolean}} State */
/** @typedef {{facets: Map<string, Set<string>>, formerly: Record<string, string>}} Known */

export const SORTS = [
  ...["weight", "newest", "sum", "sum-up", "ready", "ready-up", "land", "land-up"],
  ...["name", "sector", "stage"],
];
/** Views of the address; without one, a table in a wide window and short cards on a phone. */
export const VIEWS = ["table", "cards", "map"];
/** Figures that may be bounded: NAME_min and NAME_max, sums in 亿元, land in hectares. */
export const RANGES = ["sum", "ready", "land"];
const FIGURE = /^[0-9]{1,9}(?:\.[0-9]{1,6})?$/;
export const LONGEST = 200;
const BETWEEN = ".";
const SHOWN = 3;

/** @returns {State} */
export function defaultState() {
  return { q: "", chosen: new Map(), limits: new Map(), sort: SORTS[0], view: "", closed: false };
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
    else if (limitOf(name) && FIGURE.test(written)) {
      const [range, end] = /** @type {[string, "min" | "max"]} */ (limitOf(name));
      state.limits.set(range, { ...state.limits.get(range), [end]: Number(written) });
    } else if (values) {
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
 * Return the figure and the end that a parameter bounds.
 * @param {string} name
 * @returns {[string, string] | null}
 */
export function limitOf(name) {
  const [range, end] = name.split("_");
  return RANGES.includes(range) && (end === "min" || end === "max") ? [range, end] : null;
}

/**
 * Return the parameters of a state; defaults are left out.
 * @param {State} state
 * @returns {[string, string][]}
 */
export function writeState({ q, chosen, limits, sort, view, closed }) {
  return [
    ["q", q.trim()],
    .../** @type {[string, string][]} */ ([...chosen].map(([name, values]) => [name, [...values].join(BETWEEN)])),
    ...RANGES.flatMap((name) =>
      /** @type {("min" | "max")[]} */ (["min", "max"]).map((end) => {
        const bound = limits.get(name)?.[end];
        return /** @type {[string, string]} */ ([`${name}_${end}`, bound === undefined ? "" : String(bound)]);
      }),
    ),
    ["sort", sort === SORTS[0] ? "" : sort],
    ["view", view],
    ["closed", closed ? "1" : ""],
  ];
}

/**
 * Return the address of the feed that tells the changes of what is chosen: that of the only sector or park, where
 * nothing else is chosen, or that of all changes.
 * @param {Map<string, Set<string>>} chosen
 * @param {{sectors: string, parks: string, all: string}} bases
 */
export function feedAddress(chosen, { sectors, parks, all }) {
  const filled = [...chosen].filter(([, values]) => values.size > 0);
  const [name, values] = filled.length === 1 ? filled[0] : ["", new Set()];
  const base = { sector: sectors, park: parks }[name];
  return base && values.size === 1 ? `${base}${[...values][0]}/feed.xml` : all;
}
