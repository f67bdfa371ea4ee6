// Records of projects, a file of about 32 at a time, loaded as scripts so that they come from disk as well.

/**
 * @typedef {{name: string, id: string, phone: string, mail: string}} Desk
 * @typedef {{name: string, summary: string, status: string, tone: string, offered: boolean, example: boolean, desk: Desk | null,
 *   values: Record<string, string>, notes: Record<string, string>, figures: Record<string, string>, yuan: string, thirds: string,
 *   gaps: string[], services: string[]}} Project
 * @typedef {{key: string, label: string, asked: boolean, end?: "most" | "least", mark?: string}} Line
 * @typedef {{language: "zh" | "en", chunks: number, site: string, words: Record<string, string>,
 *   at: {data: string, projects: string, contacts: string, compare: string, shortlist: string, enquiry: string},
 *   groups: {title: string, lines: Line[]}[]}} Given
 * @typedef {{id: string, was: string, project: Project}} Found
 */

/** @type {Map<number, Promise<boolean>>} */
const asked = new Map();

/**
 * Gives the file that a record stands in: FNV-1a in 32 bits, as catalog/views/chunks.py reckons.
 * @param {string} id
 * @param {number} chunks
 * @returns {number}
 */
export function chunkOf(id, chunks) {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return (value ^ (value >>> 16)) & (chunks - 1);
}

/**
 * Finds projects by id, in the order asked for; a former id (`was`) leads to the present one. Those that no record has are lost; those whose file did not come are missed.
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
  const came = await Promise.all(ids.map((id) => load(chunkOf(id, given.chunks), given.at.data)));
  for (const [place, id] of ids.entries()) {
    let now = id;
    let record = recordOf(id);
    if (typeof record === "string") {
      now = record;
      record = (await load(chunkOf(now, given.chunks), given.at.data)) ? recordOf(now) : undefined;
    }
    if (typeof record === "object") found.set(now, { id: now, was: id, project: record });
    else if (came[place]) lost.push(id);
    else missed.push(id);
  }
  return { found: [...found.values()], lost, missed };
}

/**
 * @param {string} id
 * @returns {Project | string | undefined}
 */
function recordOf(id) {
  const files = /** @type {{portalProjects?: Record<string, Project | string>[]}} */ (globalThis).portalProjects ?? [];
  return files.find((one) => Object.hasOwn(one, id))?.[id];
}

/**
 * @param {number} chunk
 * @param {string} data
 * @returns {Promise<boolean>}
 */
function load(chunk, data) {
  let coming = asked.get(chunk);
  if (!coming) {
    coming = new Promise((done) => {
      const script = document.createElement("script");
      script.src = `${data}-${String(chunk).padStart(3, "0")}.js`;
      script.onload = () => done(true);
      script.onerror = () => done(false);
      document.head.append(script);
    });
    asked.set(chunk, coming);
  }
  return coming;
}
