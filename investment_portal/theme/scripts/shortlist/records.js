// Records of projects, loaded in shards of about 32 as data scripts, which work from disk too.
import { has } from "../lib/collections.js";
import { shardOf } from "../lib/shards.js";
import { loadData } from "../lib/data_script.js";

/**
 * @typedef {{name: string, id: string, phone: string, dial: string, mail: string}} Contact
 * @typedef {{name: string, summary: string, status: string, tone: string, example: boolean, contact: Contact | null,
 *   values: Record<string, string>, notes: Record<string, string>, figures: Record<string, [string, string]>,
 *   yuan: string, yuan_high: string, yuan_about: boolean, thirds: string, thirds_high: string, thirds_about: boolean,
 *   gaps: string[], services: string[]}} Project
 * @typedef {{key: string, label: string, expected: boolean, text?: boolean, end?: "most" | "least", mark?: string}} Line
 * @typedef {{language: "zh" | "en", chunks: number, site: string, words: Record<string, string>,
 *   at: {data: string, projects: string, contacts: string, compare: string, shortlist: string, enquiry: string},
 *   groups: {title: string, lines: Line[]}[]}} SelectionData
 * @typedef {{id: string, was: string, project: Project}} Selected
 */

/**
 * Return projects by id, in order; a former id leads to the present one. Unknown ids are in `unknown`, those whose
 * shard did not load in `failed`.
 * @param {string[]} ids
 * @param {SelectionData} data
 * @returns {Promise<{projects: Selected[], unknown: string[], failed: string[]}>}
 */
export async function findProjects(ids, data) {
  /** @type {Map<string, Selected>} */
  const selected = new Map();
  /** @type {string[]} */
  const unknown = [];
  /** @type {string[]} */
  const failed = [];
  const records = await Promise.all(ids.map((id) => recordOf(id, data)));
  for (const [place, id] of ids.entries()) {
    const record = records[place];
    if (record === null) failed.push(id);
    else if (record === undefined) unknown.push(id);
    else selected.set(record.id, { ...record, was: id });
  }
  return { projects: [...selected.values()], unknown, failed };
}

/**
 * Return the record of an id, following a former one; null where its shard did not load.
 * @param {string} id
 * @param {SelectionData} data
 * @returns {Promise<{id: string, project: Project} | undefined | null>}
 */
async function recordOf(id, data) {
  const name = `compare/${data.language}-${shardOf(id, data.chunks)}`;
  /** @type {Record<string, Project | string> | null} */
  const file = await loadData(`${data.at.data}${name}.js`, name).catch(() => null);
  if (!file) return null;
  const record = has(file, id) ? file[id] : undefined;
  return typeof record === "string" ? recordOf(record, data) : record && { id, project: record };
}
