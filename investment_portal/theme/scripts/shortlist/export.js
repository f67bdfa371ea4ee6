// The shortlist as a spreadsheet: all lines of the comparison, plain numbers for sums and areas, the reader's notes.
import { csv, save } from "./csv.js";
import { exact, format } from "./decimal.js";

/**
 * Download projects as a CSV file.
 * @param {import("./records.js").Selected[]} projects
 * @param {import("./records.js").SelectionData} data
 * @param {(id: string) => string} noteOn
 */
export function saveTable(projects, data, noteOn) {
  save(`${data.words.file}.csv`, csv(table(projects, data, noteOn)));
}

/**
 * Return the rows, the head first.
 * @param {import("./records.js").Selected[]} projects
 * @param {import("./records.js").SelectionData} data
 * @param {(id: string) => string} noteOn
 * @returns {string[][]}
 */
export function table(projects, data, noteOn) {
  const { words } = data;
  const lines = data.groups.flatMap((group) => group.lines);
  const head = [
    words.column_name,
    words.column_id,
    words.column_note,
    ...lines.map(({ label }) => label),
    words.column_yuan,
    words.column_yuan_high,
    words.column_metres,
    words.column_metres_high,
    words.column_contact,
    words.column_phone,
    words.column_mail,
    words.column_address,
  ];
  const rows = projects.map(({ id, project }) => [
    project.name,
    id,
    noteOn(id),
    ...lines.map(({ key }) => (project.values[key] ?? "").split("\u00a0").join(" ")),
    project.yuan && format(exact(project.yuan), 1n, 2, false),
    project.yuan_high && format(exact(project.yuan_high), 1n, 2, false),
    project.thirds && format(exact(project.thirds), 3n, 2, false),
    project.thirds_high && format(exact(project.thirds_high), 3n, 2, false),
    project.contact?.name ?? "",
    project.contact?.phone ?? "",
    project.contact?.mail ?? "",
    `${data.site}projects/${id}/`,
  ]);
  return [head, ...rows];
}
