// The route in the browser: the same contacts in the same order as investment_portal/domain/routes.py, from its declaration.

/**
 * @typedef {object} Desk
 * @property {string} id
 * @property {string} kind
 * @property {"all" | string[]} regions
 * @property {"all" | string[]} sectors
 * @property {string[]} languages
 * @property {string | null} until
 * @property {string | null} backup
 */
/** @typedef {{sector: string, contacts: string[]}} Project */
/**
 * @typedef {object} Declaration
 * @property {number} version
 * @property {string[]} order
 * @property {string} bureau
 * @property {string} hotline
 * @property {Record<string, string | null>} origins
 * @property {Desk[]} contacts
 * @property {Record<string, Project>} projects
 */
/** @typedef {{origin?: string | null, sector?: string | null, language: string, project?: string | null, day: string}} Asked */
/** @typedef {{desk: string, why: string}} Leg */

/**
 * Return an origin and its enclosing regions, nearest first; a cycle ends the list.
 * @param {Declaration} declaration
 * @param {string | null | undefined} origin
 * @returns {string[]}
 */
export function lineage(declaration, origin) {
  /** @type {string[]} */
  const line = [];
  let here = origin;
  while (here && Object.hasOwn(declaration.origins, here) && !line.includes(here)) {
    line.push(here);
    here = declaration.origins[here];
  }
  return line;
}

/**
 * Return whether a contact can be reached on a day ("2026-11-23").
 * @param {Desk} desk
 * @param {string} day
 */
export function reachable(desk, day) {
  return desk.until === null || desk.until >= day;
}

/**
 * Return the contacts that can be reached on a day in a language: the project's own first, then in the declared order.
 * @param {Declaration} declaration
 * @param {Asked} asked
 * @returns {Leg[]}
 */
export function route(declaration, { origin = null, sector = null, language, project = null, day }) {
  const line = lineage(declaration, origin);
  const desks = new Map(declaration.contacts.map((desk) => [desk.id, desk]));
  /** @type {Map<string, Leg>} */
  const legs = new Map();
  /** @param {Desk | undefined} desk @param {string} why */
  const add = (desk, why) => {
    if (desk && !legs.has(desk.id) && reachable(desk, day) && desk.languages.includes(language))
      legs.set(desk.id, { desk: desk.id, why });
  };
  for (const id of ownDesks(declaration, project)) add(desks.get(id), "own");
  for (const kind of declaration.order) {
    // A department answers for its sectors only: without a sector none is the right one.
    if (kind === "department" && !sector) continue;
    const fitting = declaration.contacts.filter((desk) => desk.kind === kind && serves(desk, line, sector));
    const rank = new Map(fitting.map((desk) => [desk.id, rankOf(declaration, desk, line)]));
    fitting.sort((one, other) => (rank.get(one.id) ?? 0) - (rank.get(other.id) ?? 0) || (one.id < other.id ? -1 : 1));
    for (const desk of fitting) add(desk, kind);
  }
  return [...legs.values()];
}

/**
 * Return the project's own contacts that can be reached, but not in the requested language.
 * @param {Declaration} declaration
 * @param {{project?: string | null, language: string, day: string}} asked
 * @returns {string[]}
 */
export function inAnotherLanguage(declaration, { project = null, language, day }) {
  const own = new Set(ownDesks(declaration, project));
  const found = declaration.contacts.filter(
    (desk) => own.has(desk.id) && reachable(desk, day) && !desk.languages.includes(language),
  );
  return [...own].filter((id) => found.some((desk) => desk.id === id));
}

/**
 * Return whom to turn to if the first contact does not answer: its backup, the bureau, the hotline, then other hotlines.
 * @param {Declaration} declaration
 * @param {{first?: string | null, day: string}} asked
 * @returns {Leg[]}
 */
export function escalation(declaration, { first = null, day }) {
  const desks = new Map(declaration.contacts.map((desk) => [desk.id, desk]));
  const backup = desks.get(first ?? "")?.backup;
  const hotlines = declaration.contacts
    .filter((desk) => desk.kind === "hotline")
    .map((desk) => desk.id)
    .sort();
  /** @type {[string, string][]} */
  const asked = [
    [declaration.bureau, "bureau"],
    [declaration.hotline, "hotline"],
    ...hotlines.map((id) => /** @type {[string, string]} */ ([id, "complaints"])),
  ];
  if (backup) asked.unshift([backup, "backup"]);
  /** @type {Map<string, Leg>} */
  const legs = new Map();
  for (const [id, why] of asked) {
    const desk = desks.get(id);
    if (desk && id !== first && !legs.has(id) && reachable(desk, day)) legs.set(id, { desk: id, why });
  }
  return [...legs.values()];
}

/**
 * @param {Declaration} declaration
 * @param {string | null} project
 * @returns {string[]}
 */
function ownDesks(declaration, project) {
  return project && Object.hasOwn(declaration.projects, project) ? declaration.projects[project].contacts : [];
}

/**
 * @param {Desk} desk
 * @param {string[]} line
 * @param {string | null} sector
 */
function serves(desk, line, sector) {
  const { regions, sectors } = desk;
  const place = regions === "all" || line.some((one) => regions.includes(one));
  return place && (!sector || sectors === "all" || sectors.includes(sector));
}

/**
 * Rank the bureau and the hotline before others of their kind, and a nearer contact before one of a larger region.
 * @param {Declaration} declaration
 * @param {Desk} desk
 * @param {string[]} line
 */
function rankOf(declaration, desk, line) {
  const { regions } = desk;
  const steps = regions === "all" ? -1 : line.findIndex((one) => regions.includes(one));
  const main = desk.id === declaration.bureau || desk.id === declaration.hotline;
  return (main ? 0 : 1000) + (steps < 0 ? line.length : steps);
}
