// The filters: each value with its number of projects; values without projects are hidden.
import { find, make, setChildren } from "../lib/dom.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./index.js").Facet} Facet */
/** @typedef {import("./address.js").State} State */

/**
 * Show the state and the counts in the form. A focused option is never hidden.
 * @param {HTMLFormElement} form
 * @param {Index} index
 * @param {State} state
 * @param {import("./filter.js").Narrowed} narrowed
 */
export function show(form, index, state, narrowed) {
  for (const group of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-facet]"))) {
    const facet = index.facets.find((entry) => entry.name === group.dataset.facet);
    if (!facet) continue;
    const chosen = state.chosen.get(facet.name) ?? new Set();
    const counts = narrowed.counts.get(facet.name) ?? new Uint32Array();
    if (facet.later) fill(group, facet, counts, chosen);
    const places = new Map(facet.values.map(([value], at) => [value, at]));
    let any = false;
    for (const input of /** @type {NodeListOf<HTMLInputElement>} */ (group.querySelectorAll("input"))) {
      const count = counts[places.get(input.value) ?? -1] ?? 0;
      input.checked = chosen.has(input.value);
      const option = /** @type {HTMLElement} */ (input.closest("label"));
      option.hidden = count === 0 && !input.checked && document.activeElement !== input;
      any = any || !option.hidden;
      find(".list-number", option).textContent = String(count);
    }
    group.hidden = !any || (facet.later && !state.chosen.has(facet.under) && chosen.size === 0);
    group.classList.toggle("list-facet--chosen", chosen.size > 0);
    if (chosen.size > 0) /** @type {HTMLDetailsElement} */ (group).open = true;
  }
  const shut = /** @type {HTMLInputElement | null} */ (form.querySelector("[name=closed]"));
  if (shut) {
    shut.checked = state.closed;
    find(".list-number", /** @type {Element} */ (shut.closest("label"))).textContent = String(narrowed.closed);
  }
}

/**
 * Fill a facet whose options are created on demand: only those with projects, so that the list stays short.
 * @param {HTMLElement} group
 * @param {Facet} facet
 * @param {Uint32Array} counts
 * @param {Set<string>} chosen
 */
function fill(group, facet, counts, chosen) {
  const fieldset = find("fieldset", group);
  const existing = new Map([...fieldset.querySelectorAll("input")].map((input) => [input.value, input.closest("label")]));
  const relevant = facet.values.filter(
    ([value], at) => counts[at] > 0 || chosen.has(value) || existing.get(value)?.contains(document.activeElement),
  );
  const wanted = relevant.map(([value, label]) => existing.get(value) ?? option(facet.name, value, label));
  if (wanted.length === existing.size && wanted.every((element) => fieldset.contains(element))) return;
  setChildren(fieldset, find("legend", fieldset), ...wanted);
}

/**
 * @param {string} name
 * @param {string} value
 * @param {string} label
 */
function option(name, value, label) {
  return make(
    "label",
    { class: "list-option" },
    make("input", { type: "checkbox", name, value }),
    make("span", {}, label),
    make("span", { class: "list-number" }),
  );
}
