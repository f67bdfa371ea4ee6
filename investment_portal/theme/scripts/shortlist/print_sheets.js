// Print sheets: one for each project, shown in print only.
import { make } from "../lib/dom.js";
import { draw, encode } from "../lib/qr.js";
import { deskOf } from "../compare/table.js";

/**
 * @typedef {import("./records.js").Found} Found
 * @typedef {import("./records.js").Given} Given
 */

/**
 * Create the sheets of projects, each with the reader's note.
 * @param {Found[]} found
 * @param {Given} given
 * @param {(id: string) => string} noteOn
 * @returns {HTMLElement}
 */
export function sheets(found, given, noteOn) {
  return make(
    "div",
    { class: "shortlist-sheets" },
    found.map((one) => sheet(one, given, noteOn(one.id))),
  );
}

/**
 * @param {Found} one
 * @param {Given} given
 * @param {string} note
 * @returns {HTMLElement}
 */
function sheet(one, given, note) {
  const { project, id } = one;
  const { words } = given;
  return make(
    "section",
    { class: "shortlist-sheet" },
    code(`${given.site}projects/${id}/`),
    make("h2", {}, project.name),
    make(
      "p",
      { class: "shortlist-sheet-badges" },
      [project.status, project.example && words.example].filter(Boolean).join(" · "),
    ),
    make("p", {}, project.summary),
    note && make("p", { class: "shortlist-sheet-note" }, `${words.note_label}: ${note}`),
    given.groups
      .map(({ title, lines }) => [
        make("h3", {}, title),
        make(
          "dl",
          { class: "shortlist-sheet-facts" },
          lines
            .filter(({ key, asked }) => asked || key in project.values)
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
      `${words.column_desk}: `,
      deskOf(one, given),
      make("br"),
      `${given.site}projects/${id}/`,
    ),
  );
}

/** @param {string} address */
function code(address) {
  const made = encode(address);
  const figure = make("figure", { class: "shortlist-sheet-code" });
  if (made) figure.append(draw(made, address));
  return figure;
}
