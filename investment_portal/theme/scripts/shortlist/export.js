// The shortlist as a spreadsheet: all lines of the comparison, plain numbers for sums and areas, the reader's notes.
import { csv, save } from "./csv.js";
import { exact, written } from "./decimal.js";

/**
 * Download projects as a CSV file.
 * @param {import("./records.js").Found[]} found
 * @param {import("./records.js").Given} given
 * @param {(id: string) => string} noteOn
 */
export function saveTable(found, given, noteOn) {
  save(`${given.words.file}.csv`, csv(table(found, given, noteOn)));
}

/**
 * Return the rows, the head first.
 * @param {import("./records.js").Found[]} found
 * @param {import("./records.js").Given} given
 * @param {(id: string) => string} noteOn
 * @returns {string[][]}
 */
export function table(found, given, noteOn) {
  const { words } = given;
  const lines = given.groups.flatMap((group) => group.lines);
  const head = [
    words.column_name,
    words.column_id,
    words.column_note,
    ...lines.map(({ label }) => label),
    words.column_yuan,
    words.column_metres,
    words.column_desk,
    words.column_phone,
    words.column_mail,
    words.column_address,
  ];
  const rows = found.map(({ id, project }) => [
    project.name,
    id,
    noteOn(id),
    ...lines.map(({ key }) => (project.values[key] ?? "").replaceAll("\u00a0", " ")),
    project.yuan && written(exact(project.yuan), 1n, 2, false),
    project.thirds && written(exact(project.thirds), 3n, 2, false),
    project.contact?.name ?? "",
    project.contact?.phone ?? "",
    project.contact?.mail ?? "",
    `${given.site}projects/${id}/`,
  ]);
  return [head, ...rows];
}
