// Tools for assistants that find and compare projects, by the index of the list and the data of the comparison.
import { compareLines } from "../compare/table.js";
import { formatMessage } from "../lib/dom.js";
import { investment, labelOf, yuan } from "../projects/index.js";
import { findProjects as records } from "../shortlist/records.js";
import { dataFolder, figure, known, load, pageOf } from "./terms.js";

/** @typedef {import("./terms.js").Terms} Terms */
/** @typedef {import("../projects/index.js").Index} Index */
/**
 * @typedef {{text?: string, sector?: string, park?: string, stage?: string, least_investment?: string,
 *   most_investment?: string, include_closed?: boolean}} Filter
 */

const MOST = 50;
const [FEWEST, COMPARED] = [2, 5];

/**
 * Return the projects that pass all filters, at most fifty of them, and their number.
 * @param {Terms} terms
 * @param {Filter} filter
 */
export async function findProjects(terms, filter) {
  const { sector = "", park = "", stage = "", include_closed: closed = false } = filter;
  known(terms, "sector", sector);
  known(terms, "park", park);
  known(terms, "stage", stage);
  const [least, most] = [filter.least_investment, filter.most_investment].map((text) => {
    const value = figure(terms, text, { sort: "money" });
    return value ? Number(value) : null;
  });
  /** @type {Index} */
  const index = await load(`projects.${terms.language}`);
  const texts = filter.text ? await textsOf(index) : [];
  const words = (filter.text ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const rows = index.ids
    .map((_, row) => row)
    .filter(
      (row) =>
        (closed || !index.closed[row]) &&
        chosen(index, "sector", sector, row) &&
        chosen(index, "park", park, row) &&
        chosen(index, "stage", stage, row) &&
        within(index, row, least, most) &&
        words.every((word) => texts[row].includes(word)),
    );
  return { count: rows.length, projects: rows.slice(0, MOST).map((row) => short(terms, index, row)) };
}

/**
 * Return the texts of all projects in lower case.
 * @param {Index} index
 * @returns {Promise<string[]>}
 */
async function textsOf(index) {
  const pieces = await Promise.all(Array.from({ length: index.pieces }, (_, number) => load(`projects-texts.${number}`)));
  return pieces.flat().map((text, row) => `${index.names[row]}\n${index.ids[row]}\n${text}`.toLowerCase());
}

/** @param {Index} index @param {string} name @param {string} value @param {number} row */
function chosen({ facets }, name, value, row) {
  if (!value) return true;
  const facet = facets.find((candidate) => candidate.name === name);
  return facet !== undefined && facet.sets[facet.of[row]].some((place) => facet.values[place][0] === value);
}

/** @param {Index} index @param {number} row @param {number | null} least @param {number | null} most */
function within(index, row, least, most) {
  if (least === null && most === null) return true;
  const low = yuan(index, row);
  const sum = investment(index, row);
  if (low === null || sum === null || sum.qualifier === "negotiable") return false;
  const rate = index.currencies[row] ? index.rates[index.currencies[row]] : 1;
  const high = sum.qualifier === "least" ? Infinity : sum.high === undefined ? low : sum.high * rate;
  const bottom = sum.qualifier === "most" ? 0 : low;
  return (least === null || high >= least) && (most === null || bottom <= most);
}

/** @param {Terms} terms @param {Index} index @param {number} row */
function short(terms, index, row) {
  const id = index.ids[row];
  const sum = investment(index, row);
  return {
    id,
    name: index.names[row],
    sector: labelOf(index, "sector", row),
    stage: labelOf(index, "stage", row),
    place: index.places.entries[index.places.of[row]],
    investment: sum && { ...sum, unit: sum.currency },
    space: Object.fromEntries(index.spaces.entries[index.spaces.of[row]]),
    marks: index.badges.entries[index.badges.of[row]].map(([, text]) => text),
    verified: index.verified.entries[index.verified.of[row]],
    page: pageOf(terms, "projects", id),
  };
}

/**
 * Return the lines in which projects are compared, which differ, and whose value is the best.
 * @param {Terms} terms
 * @param {{ids: string[]}} request
 */
export async function compareProjects(terms, { ids }) {
  if (!Array.isArray(ids) || ids.length < FEWEST || ids.length > COMPARED) throw new Error(terms.words.few);
  const data = /** @type {import("../shortlist/records.js").SelectionData} */ (
    /** @type {unknown} */ ({ language: terms.language, chunks: terms.chunks.compare, at: { data: dataFolder() }, groups: terms.groups })
  );
  const { projects, unknown, failed } = await records(ids.map(String), data);
  if (unknown.length + failed.length > 0)
    throw new Error(formatMessage(terms.words.no_projects, { ids: [...unknown, ...failed].join(", ") }));
  return {
    projects: projects.map(({ id, project }) => ({
      id,
      name: project.name,
      status: project.status,
      example: project.example,
      page: pageOf(terms, "projects", id),
    })),
    lines: compareLines(projects, data).flatMap(({ title, lines }) =>
      lines.map(({ line, differs, ahead }) => ({
        group: title,
        label: line.label,
        values: Object.fromEntries(projects.map(({ id, project }) => [id, project.values[line.key] ?? null])),
        differs,
        best: [...ahead],
      })),
    ),
  };
}
