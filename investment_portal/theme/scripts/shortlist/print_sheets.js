// Print sheets: one for each project, shown in print only.
import { make } from "../lib/dom.js";
import { draw, encode } from "../lib/qr.js";
import { contactOf } from "../compare/table.js";

/**
 * @typedef {import("./records.js").Selected} Selected
 * @typedef {import("./records.js").SelectionData} SelectionData
 */

/**
 * Create the sheets of projects, each with the reader's note.
 * @param {Selected[]} projects
 * @param {SelectionData} data
 * @param {(id: string) => string} noteOn
 * @returns {HTMLElement}
 */
export function sheets(projects, data, noteOn) {
  return make(
    "div",
    { class: "shortlist-sheets" },
    projects.map((selected) => sheet(selected, data, noteOn(selected.id))),
  );
}

/**
 * @param {Selected} selected
 * @param {SelectionData} data
 * @param {string} note
 * @returns {HTMLElement}
 */
function sheet(selected, data, note) {
  const { project, id } = selected;
  const { words } = data;
  return make(
    "section",
    { class: "shortlist-sheet" },
    code(`${data.site}projects/${id}/`),
    make("h2", {}, project.name),
    make(
      "p",
      { class: "shortlist-sheet-badges" },
      [project.status, project.example && words.example].filter(Boolean).join(" · "),
    ),
    make("p", {}, project.summary),
    note && make("p", { class: "shortlist-sheet-note" }, `${words.note_label}: ${note}`),
    data.groups
      .map(({ title, lines }) => [
        make("h3", {}, title),
        make(
          "dl",
          { class: "shortlist-sheet-facts" },
          lines
            .filter(({ key, expected }) => expected || key in project.values)
            .map(({ key, label }) =>
              make(
                "div",
                {},
                make("dt", {}, label),
                make(
                  "dd",
                  {},
                  project.values[key] ?? words.unknown,
                  " ",
                  project.notes[key] && make("small", {}, project.notes[key]),
                ),
              ),
            ),
        ),
      ])
      .flat(),
    [
      [words.sheet_gaps, project.gaps],
      [words.sheet_services, project.services],
    ]
      .map(([title, sentences]) => [
        make("h3", {}, title),
        make(
          "ul",
          {},
          /** @type {string[]} */ (sentences).map((sentence) => make("li", {}, sentence)),
        ),
      ])
      .flat(),
    make(
      "p",
      { class: "shortlist-sheet-foot" },
      `${words.column_contact}: `,
      contactOf(selected, data),
      make("br"),
      `${data.site}projects/${id}/`,
    ),
  );
}

/** @param {string} address */
function code(address) {
  const matrix = encode(address);
  const figure = make("figure", { class: "shortlist-sheet-code" });
  if (matrix) figure.append(draw(matrix, address));
  return figure;
}
