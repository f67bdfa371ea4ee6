// The list on the schematic map of parks: the number of projects of each park, and their names.
import { find, make } from "../lib/dom.js";
import { link, markTyped } from "./card.js";

/** @typedef {import("./card.js").List} List */

const LIMIT = 8,
  CHOSEN_LIMIT = 60;
/** @typedef {{typed: string, chosen: Set<string>, counts: Uint32Array, choose: (park: string) => void, count: (count: number) => string}} How */

/**
 * Draw the parks with their counts and projects.
 * @param {List} list
 * @param {number[]} rows
 * @param {How} how
 * @returns {HTMLElement}
 */
export function map(list, rows, how) {
  const { typed, chosen, counts, choose, count } = how;
  const facet = list.index.facets.find((entry) => entry.name === "park");
  /** @type {Map<string, number[]>} */
  const rowsByPark = new Map(facet?.values.map(([value]) => [value, []]));
  if (facet)
    for (const row of rows) for (const value of facet.sets[facet.of[row]]) rowsByPark.get(facet.values[value][0])?.push(row);
  const drawing = /** @type {HTMLTemplateElement} */ (find("template.list-map")).content.firstElementChild?.cloneNode(
    true,
  );
  const fitting = new Map(facet?.values.map(([value], at) => [value, counts[at]]));
  const parks = (facet?.values ?? []).filter(([value]) => fitting.get(value) || chosen.has(value));
  const numbers = new Map(
    drawing instanceof SVGElement
      ? [...drawing.querySelectorAll("[data-park]")].map((dot, at) => [dot.getAttribute("data-park"), at + 1])
      : [],
  );
  const items = parks.map(([value, label]) => {
    const parkRows = rowsByPark.get(value) ?? [];
    const shown = parkRows.slice(0, chosen.has(value) ? CHOSEN_LIMIT : LIMIT);
    const heading = make(
      "button",
      { type: "button", class: "list-park__name", "aria-pressed": String(chosen.has(value)) },
      make("span", { class: "list-park__dot", "aria-hidden": "true" }, numbers.get(value) ?? ""),
      make("span", { class: "list-park__label" }, label),
      make("span", { class: "list-number" }, count(fitting.get(value) ?? 0)),
    );
    heading.addEventListener("click", () => choose(value));
    const links = shown.map((row) => {
      const item = make("li", {}, link(list, row));
      markTyped(list, row, typed, item, "a");
      return item;
    });
    const further = parkRows.length - shown.length;
    return make(
      "li",
      { class: "list-park", "data-park": value },
      make("h3", {}, heading),
      make("ul", {}, links),
      further > 0 && make("p", { class: "list-park__rest" }, `+ ${count(further)}`),
    );
  });
  if (drawing instanceof SVGElement) label(drawing, fitting, how);
  return make("div", { class: "list-parks" }, drawing ?? null, make("ol", { "aria-label": list.words.parks }, items));
}

/**
 * Write the number of projects under each dot; a click filters the list by the park instead of leaving the page.
 * @param {SVGElement} drawing
 * @param {Map<string, number>} fitting
 * @param {How} how
 */
function label(drawing, fitting, { chosen, choose, count }) {
  for (const dot of drawing.querySelectorAll("[data-park]")) {
    const park = dot.getAttribute("data-park") ?? "";
    const number = fitting.get(park) ?? 0;
    const circle = find("circle", dot);
    dot.setAttribute("aria-label", `${dot.getAttribute("aria-label")}: ${count(number)}`);
    dot.classList.toggle("here", chosen.has(park));
    dot.classList.toggle("list-dot--none", number === 0);
    dot.append(svgText(`(${number})`, Number(circle.getAttribute("cx")), Number(circle.getAttribute("cy")) + 30));
    dot.addEventListener("click", (event) => {
      event.preventDefault();
      choose(park);
    });
  }
}

/**
 * @param {string} text
 * @param {number} x
 * @param {number} y
 */
function svgText(text, x, y) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", "text");
  element.setAttribute("class", "list-dot__count");
  for (const [name, value] of Object.entries({ x, y, "text-anchor": "middle" })) element.setAttribute(name, String(value));
  element.textContent = text;
  return element;
}
