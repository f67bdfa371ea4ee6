// Free limits of sums and areas: typed in the unit of the language, held in the address in 亿元 and hectares.
import { find } from "../lib/dom.js";

/** @typedef {{name: string, label: string, unit: string, factor: number}} FreeRange */
/** @typedef {import("./address.js").Limits} Limits */

const PLACES = 1e6;

/**
 * Return the figures that the form lets a reader bound.
 * @param {HTMLFormElement} form
 * @returns {FreeRange[]}
 */
export function rangesOf(form) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-range]"))].map(({ dataset }) => ({
    name: dataset.range ?? "",
    label: dataset.label ?? "",
    unit: dataset.unit ?? "",
    factor: Number(dataset.factor),
  }));
}

/**
 * Return a bound of the address in the unit in which it is typed.
 * @param {number} bound
 * @param {number} factor
 */
export function inUnit(bound, factor) {
  return String(Math.round(bound * factor * PLACES) / PLACES);
}

/**
 * Return the limits of a figure as the form has them.
 * @param {HTMLFormElement} form
 * @param {FreeRange} range
 * @returns {Limits | null}
 */
export function typedLimits(form, { name, factor }) {
  /** @type {Limits} */
  const limits = {};
  for (const end of /** @type {("min" | "max")[]} */ (["min", "max"])) {
    const text = /** @type {HTMLInputElement} */ (find(`[name=${name}_${end}]`, form)).value.trim();
    const figure = Number(text);
    if (text && Number.isFinite(figure) && figure >= 0) limits[end] = Math.round((figure / factor) * PLACES) / PLACES;
  }
  return limits.min === undefined && limits.max === undefined ? null : limits;
}

/**
 * Show the limits in the form; a field that is being typed in is left alone.
 * @param {HTMLFormElement} form
 * @param {FreeRange[]} ranges
 * @param {Map<string, Limits>} limits
 */
export function showLimits(form, ranges, limits) {
  for (const { name, factor } of ranges)
    for (const end of /** @type {("min" | "max")[]} */ (["min", "max"])) {
      const field = /** @type {HTMLInputElement} */ (find(`[name=${name}_${end}]`, form));
      const bound = limits.get(name)?.[end];
      if (document.activeElement !== field) field.value = bound === undefined ? "" : inUnit(bound, factor);
    }
}
