// The list on the schematic of parks: how many projects each park has, and beside it which.
import { find, make, say } from "../lib/dom.js";
import { link, markTyped } from "./card.js";

/** @typedef {import("./card.js").List} List */

const SOME = 8, MOST = 60;
/** @typedef {{typed: string, chosen: Set<string>, counts: Uint32Array, choose: (park: string) => void, count: (count: number) => string}} How */

/**
 * Draws the parks with their counts, and lists their projects.
 * @param {List} list
 * @param {number[]} rows
 * @param {How} how
 * @returns {HTMLElement}
 */
export function map(list, rows, how) {
  const { typed, chosen, counts, choose, count } = how;
  const facet = list.index.facets.find((one) => one.name === "park");
  /** @type {Map<string, number[]>} */
  const held = new Map(facet?.values.map(([value]) => [value, []]));
  if (facet) for (const row of rows) for (const value of facet.sets[facet.of[row]]) held.get(facet.values[value][0])?.push(row);
  const drawing = /** @type {HTMLTemplateElement} */ (find("template.list-map")).content.firstElementChild?.cloneNode(true);
  const fitting = new Map(facet?.values.map(([value], at) => [value, counts[at]]));
  const parks = (facet?.values ?? []).filter(([value]) => fitting.get(value) || chosen.has(value));
  const items = parks.map(([value, label]) => {
    const own = held.get(value) ?? [];
    const shown = own.slice(0, chosen.has(value) ? MOST : SOME);
    const heading = make("button", { type: "button", class: "list-park__name", "aria-pressed": String(chosen.has(value)) }, make("span", {}, label), make("span", { class: "list-number" }, fitting.get(value)));
    heading.addEventListener("click", () => choose(value));
    const links = shown.map((row) => {
      const item = make("li", {}, link(list, row));
      markTyped(list, row, typed, item, "a");
      return item;
    });
    const rest = own.length - shown.length;
    return make("li", { class: "list-park", "data-park": value }, make("h3", {}, heading), make("ul", {}, links), rest > 0 && make("p", { class: "list-park__rest" }, `+ ${count(rest)}`));
  });
  if (drawing instanceof SVGElement) label(drawing, fitting, how);
  return make("div", { class: "list-parks" }, drawing ?? null, make("ol", { "aria-label": list.words.parks }, items));
}

/**
 * Writes counts into the dots; a dot narrows the list to its park rather than leading away.
 * @param {SVGElement} drawing
 * @param {Map<string, number>} fitting
 * @param {How} how
 */
function label(drawing, fitting, { chosen, choose, count }) {
  for (const dot of drawing.querySelectorAll("[data-park]")) {
    const park = dot.getAttribute("data-park") ?? "";
    const own = fitting.get(park) ?? 0;
    const name = (dot.getAttribute("aria-label") ?? "").replace(/^\d+ /, "");
    find("text", dot).textContent = String(own);
    dot.setAttribute("aria-label", say("{name}: {count}", { name, count: count(own) }));
    dot.classList.toggle("here", chosen.has(park));
    dot.classList.toggle("list-dot--none", own === 0);
    dot.append(titled(name));
    dot.addEventListener("click", (event) => {
      event.preventDefault();
      choose(park);
    });
  }
}

/** @param {string} text */
function titled(text) {
  const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
  title.textContent = text;
  return title;
}
