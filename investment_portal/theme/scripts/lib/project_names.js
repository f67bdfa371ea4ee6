// The projects' names, from the data scripts: only the chunks that are needed.
import { chunkOf } from "./shards.js";
import { handed } from "./data_script.js";

/**
 * @typedef {{names: string, chunks: number}} Source where the scripts stand, and how many there are
 * @typedef {{id: string, name: {zh: string, en: string}, sector: string, desks: string[], open: boolean}} Project
 */

/**
 * Finds the projects of some ids; a former id leads to the project of today, and one that the catalogue does not hold to none.
 * @param {Source} source
 * @param {string[]} ids
 * @returns {Promise<Map<string, Project>>} by the ids as asked
 */
export async function projectsOf(source, ids) {
  /** @type {Map<string, Project>} */
  const found = new Map();
  // All at once, and only then one by one.
  await Promise.all(ids.map((id) => chunkWith(source, id)));
  for (const id of ids) {
    const { projects, formerly } = await chunkWith(source, id);
    const present = formerly.get(id);
    const project = present === undefined ? projects.get(id) : (await chunkWith(source, present)).projects.get(present);
    if (project) found.set(id, project);
  }
  return found;
}

/**
 * Gives all projects, those on offer first, each group by its id.
 * @param {Source} source
 * @returns {Promise<Project[]>}
 */
export async function allProjects(source) {
  const chunks = await Promise.all(Array.from({ length: source.chunks }, (_, number) => chunk(source, number)));
  return chunks
    .flatMap(({ projects }) => [...projects.values()])
    .sort((one, other) => Number(other.open) - Number(one.open) || (one.id < other.id ? -1 : 1));
}

/** @typedef {{projects: Map<string, Project>, formerly: Map<string, string>}} Chunk */

/** @param {Source} source @param {string} id @returns {Promise<Chunk>} */
function chunkWith(source, id) {
  return chunk(source, chunkOf(id, source.chunks));
}

/**
 * @param {Source} source
 * @param {number} number
 * @returns {Promise<Chunk>}
 */
async function chunk(source, number) {
  /** @type {([string, string, string, string, string[], number] | [string, string])[]} */
  const rows = (await handed(`${source.names}${number}.js`, `names/${number}`)) ?? [];
  /** @type {Chunk} */
  const read = { projects: new Map(), formerly: new Map() };
  for (const row of rows) {
    if (row.length === 2) read.formerly.set(...row);
    else {
      const [id, zh, en, sector, desks, open] = row;
      read.projects.set(id, { id, name: { zh, en }, sector, desks, open: open === 1 });
    }
  }
  return read;
}
