// Names of projects from data scripts; only the shards that are needed are loaded.
import { shardOf } from "./shards.js";
import { loadData } from "./data_script.js";

/**
 * @typedef {{names: string, chunks: number}} Source address of the scripts, and their number
 * @typedef {{id: string, name: {zh: string, en: string}, sector: string, contacts: string[], open: boolean}} Project
 */

/**
 * Return projects by id; a former id leads to the present project, an unknown one to none.
 * @param {Source} source
 * @param {string[]} ids
 * @returns {Promise<Map<string, Project>>} by requested id
 */
export async function loadProjects(source, ids) {
  /** @type {Map<string, Project>} */
  const projects = new Map();
  // Load all shards at once before they are read one by one.
  await Promise.all(ids.map((id) => shardWith(source, id)));
  for (const id of ids) {
    const { projects: shardProjects, formerly } = await shardWith(source, id);
    const present = formerly.get(id);
    const project = present === undefined ? shardProjects.get(id) : (await shardWith(source, present)).projects.get(present);
    if (project) projects.set(id, project);
  }
  return projects;
}

/**
 * Return all projects, the open ones first, by id.
 * @param {Source} source
 * @returns {Promise<Project[]>}
 */
export async function loadAllProjects(source) {
  const shards = await Promise.all(Array.from({ length: source.chunks }, (_, number) => loadShard(source, number)));
  return shards
    .flatMap(({ projects }) => [...projects.values()])
    .sort((first, second) => Number(second.open) - Number(first.open) || (first.id < second.id ? -1 : 1));
}

/** @typedef {{projects: Map<string, Project>, formerly: Map<string, string>}} Shard */

/** @param {Source} source @param {string} id @returns {Promise<Shard>} */
function shardWith(source, id) {
  return loadShard(source, shardOf(id, source.chunks));
}

/**
 * @param {Source} source
 * @param {number} number
 * @returns {Promise<Shard>}
 */
async function loadShard(source, number) {
  /** @type {([string, string, string, string, string[], number] | [string, string])[]} */
  const rows = (await loadData(`${source.names}${number}.js`, `names/${number}`)) ?? [];
  /** @type {Shard} */
  const shard = { projects: new Map(), formerly: new Map() };
  for (const row of rows) {
    if (row.length === 2) shard.formerly.set(...row);
    else {
      const [id, zh, en, sector, contacts, open] = row;
      shard.projects.set(id, { id, name: { zh, en }, sector, contacts, open: open === 1 });
    }
  }
  return shard;
}
