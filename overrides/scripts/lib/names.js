// The projects' names, from the data scripts: only the chunks that are needed.
import { chunkOf } from "./chunks.js";
import { handed } from "./handed.js";

/**
 * @typedef {{names: string, chunks: number}} Source where the scripts stand, and how many there are
 * @typedef {{id: string, name: {zh: string, en: string}, sector: string, desks: string[], open: boolean}} Project
 */

/**
 * Gives the projects of some ids, in that order; an id that the catalogue does not hold has none.
 * @param {Source} source
 * @param {string[]} ids
 * @returns {Promise<Project[]>}
 */
export async function projectsOf(source, ids) {
  const numbers = [...new Set(ids.map((id) => chunkOf(id, source.chunks)))];
  const known = new Map((await Promise.all(numbers.map((number) => chunk(source, number)))).flat().map((one) => [one.id, one]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

/**
 * Gives all projects, those on offer first, each group by its id.
 * @param {Source} source
 * @returns {Promise<Project[]>}
 */
export async function allProjects(source) {
  const chunks = await Promise.all(Array.from({ length: source.chunks }, (_, number) => chunk(source, number)));
  return chunks.flat().sort((one, other) => Number(other.open) - Number(one.open) || (one.id < other.id ? -1 : 1));
}

/**
 * @param {Source} source
 * @param {number} number
 * @returns {Promise<Project[]>}
 */
async function chunk(source, number) {
  /** @type {[string, string, string, string, string[], number][]} */
  const rows = (await handed(`${source.names}${number}.js`, `names/${number}`)) ?? [];
  return rows.map(([id, zh, en, sector, desks, open]) => ({ id, name: { zh, en }, sector, desks, open: open === 1 }));
}
