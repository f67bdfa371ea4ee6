// Records of projects, loaded in shards of about 32 as data scripts, which work from disk too.
import { shardOf } from "../lib/shards.js";
import { loadData } from "../lib/data_script.js";

/**
 * @typedef {{name: string, id: string, phone: string, dial: string, mail: string}} Desk
 * @typedef {{name: string, summary: string, status: string, tone: string, example: boolean, contact: Desk | null,
 *   values: Record<string, string>, notes: Record<string, string>, figures: Record<string, string>, yuan: string, thirds: string,
 *   gaps: string[], services: string[]}} Project
 * @typedef {{key: string, label: string, asked: boolean, end?: "most" | "least", mark?: string}} Line
 * @typedef {{language: "zh" | "en", chunks: number, site: string, words: Record<string, string>,
 *   at: {data: string, projects: string, contacts: string, compare: string, shortlist: string, enquiry: string},
 *   groups: {title: string, lines: Line[]}[]}} Given
 * @typedef {{id: string, was: string, project: Project}} Found
 */

/**
 * Return projects by id, in order; a former id leads to the present one. Unknown ids are in `unknown`, those whose
 * shard did not load in `failed`.
 * @param {string[]} ids
 * @param {Given} given
 * @returns {Promise<{found: Found[], lost: string[], missed: string[]}>}
 */
export async function findProjects(ids, given) {
  /** @type {Map<string, Found>} */
  const found = new Map();
  /** @type {string[]} */
  const lost = [];
  /** @type {string[]} */
  const missed = [];
  const records = await Promise.all(ids.map((id) => recordOf(id, given)));
  for (const [place, id] of ids.entries()) {
    const record = records[place];
    if (record === null) missed.push(id);
    else if (record === undefined) lost.push(id);
    else found.set(record.id, { ...record, was: id });
  }
  return { found: [...found.values()], lost, missed };
}

/**
 * Return the record of an id, following a former one; null where its shard did not load.
 * @param {string} id
 * @param {Given} given
 * @returns {Promise<{id: string, project: Project} | undefined | null>}
 */
async function recordOf(id, given) {
  const name = `compare/${given.language}-${shardOf(id, given.chunks)}`;
  /** @type {Record<string, Project | string> | null} */
  const file = await loadData(`${given.at.data}${name}.js`, name).catch(() => null);
  if (!file) return null;
  const record = Object.hasOwn(file, id) ? file[id] : undefined;
  return typeof record === "string" ? recordOf(record, given) : record && { id, project: record };
}
