// The projects' names, from the data scripts: only the chunks that are needed.
import { chunkOf } from "../lib/chunks.js";
import { handed } from "../lib/handed.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {{id: string, name: import("./data.js").Both, sector: string, desks: string[], open: boolean}} Project
 */

/**
 * Gives the projects of some ids, in that order; an id that the catalogue does not hold has none.
 * @param {Data} data
 * @param {string[]} ids
 * @returns {Promise<Project[]>}
 */
export async function projectsOf(data, ids) {
  const numbers = [...new Set(ids.map((id) => chunkOf(id, data.chunks)))];
  const known = new Map((await Promise.all(numbers.map((number) => chunk(data, number)))).flat().map((one) => [one.id, one]));
  return ids.flatMap((id) => known.get(id) ?? []);
}

/**
 * Gives all projects, those on offer first, each group by its id.
 * @param {Data} data
 * @returns {Promise<Project[]>}
 */
export async function allProjects(data) {
  const chunks = await Promise.all(Array.from({ length: data.chunks }, (_, number) => chunk(data, number)));
  return chunks.flat().sort((one, other) => Number(other.open) - Number(one.open) || (one.id < other.id ? -1 : 1));
}

/**
 * @param {Data} data
 * @param {number} number
 * @returns {Promise<Project[]>}
 */
async function chunk(data, number) {
  /** @type {[string, string, string, string, string[], number][]} */
  const rows = (await handed(`${data.names}${number}.js`, `names/${number}`)) ?? [];
  return rows.map(([id, zh, en, sector, desks, open]) => ({ id, name: { zh, en }, sector, desks, open: open === 1 }));
}
