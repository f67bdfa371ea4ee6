// The route in the browser: the same contacts in the same order as investment_portal/domain/routes.py, from its declaration.

import { has } from "../lib/collections.js";

/**
 * @typedef {object} Contact
 * @property {string} id
 * @property {string} kind
 * @property {"all" | string[]} regions
 * @property {"all" | string[]} sectors
 * @property {string[]} languages
 * @property {string | null} until
 * @property {string | null} backup
 * @property {boolean} abroad Whether the contact can be reached from abroad.
 */
/** @typedef {{sector: string, contacts: string[]}} Project */
/**
 * @typedef {object} Declaration
 * @property {number} version
 * @property {string[]} order
 * @property {string} bureau
 * @property {string} hotline
 * @property {string | null} home
 * @property {string[]} abroad
 * @property {Record<string, string>} in_area
 * @property {Record<string, string | null>} origins
 * @property {Contact[]} contacts
 * @property {Record<string, Project>} projects
 */
/** @typedef {{origin?: string | null, sector?: string | null, language: string, project?: string | null, day: string}} Question */
/** @typedef {{contact: string, why: string}} Leg */

/**
 * Return an origin and its enclosing regions, nearest first; a cycle ends the list.
 * @param {Declaration} declaration
 * @param {string | null | undefined} origin
 * @returns {string[]}
 */
export function lineage(declaration, origin) {
  /** @type {string[]} */
  const line = [];
  let region = origin;
  while (region && has(declaration.origins, region) && !line.includes(region)) {
    line.push(region);
    region = declaration.origins[region];
  }
  return line;
}

/**
 * Return whether a contact can be reached on a day ("2026-11-23").
 * @param {Contact} contact
 * @param {string} day
 */
export function reachable(contact, day) {
  return contact.until === null || contact.until >= day;
}

/**
 * Return the contacts that can be reached on a day in a language: the project's own first, then in the declared order.
 * @param {Declaration} declaration
 * @param {Question} question
 * @returns {Leg[]}
 */
export function route(declaration, { origin = null, sector = null, language, project = null, day }) {
  const line = lineage(declaration, origin);
  const contacts = new Map(declaration.contacts.map((contact) => [contact.id, contact]));
  /** @type {Map<string, Leg>} */
  const legs = new Map();
  /** @param {Contact | undefined} contact @param {string} why */
  const add = (contact, why) => {
    if (contact && !legs.has(contact.id) && reachable(contact, day) && contact.languages.includes(language))
      legs.set(contact.id, { contact: contact.id, why });
  };
  for (const id of projectContacts(declaration, project)) add(contacts.get(id), "own");
  const outside = isAbroad(declaration, origin);
  // A group of just this region comes before the many stations in it.
  const grouped = declaration.contacts.some(
    ({ kind, regions }) => kind === "group" && regions !== "all" && regions.includes(line[0]),
  );
  /** @type {[Contact, string][]} */
  let within = [];
  for (const kind of declaration.order) {
    // A department answers for its sectors only: without a sector none is the right one.
    if (kind === "department" && !sector) continue;
    const fitting = declaration.contacts.filter((contact) => contact.kind === kind && serves(contact, line, sector));
    const rank = new Map(fitting.map((contact) => [contact.id, rankOf(declaration, contact, line)]));
    fitting.sort((first, other) => (rank.get(first.id) ?? 0) - (rank.get(other.id) ?? 0) || (first.id < other.id ? -1 : 1));
    for (const contact of fitting) if (contact.abroad || !outside) add(contact, kind);
    within.push(...inArea(declaration, line, sector, kind));
    if (grouped && kind !== "group") continue;
    for (const [contact, why] of within) if (contact.abroad || !outside) add(contact, why);
    within = [];
  }
  return [...legs.values()];
}

/**
 * Return whether an origin lies outside the mainland of China.
 * @param {Declaration} declaration
 * @param {string | null | undefined} origin
 */
export function isAbroad(declaration, origin) {
  return declaration.abroad.includes(origin ?? "");
}

/**
 * Return whether the local numbers of the portal's own city work at an origin.
 * @param {Declaration} declaration
 * @param {string | null | undefined} origin
 */
export function isLocal(declaration, origin) {
  return declaration.home !== null && lineage(declaration, origin).includes(declaration.home);
}

/**
 * Return the contacts of a kind that serve places within a region, in the order of the origins.
 * @param {Declaration} declaration
 * @param {string[]} line
 * @param {string | null} sector
 * @param {string} kind
 * @returns {[Contact, string][]}
 */
function inArea(declaration, line, sector, kind) {
  if (line.length === 0 || !has(declaration.in_area, kind)) return [];
  const inner = Object.keys(declaration.origins).filter((id) => lineage(declaration, id).slice(1).includes(line[0]));
  /** @type {[number, Contact][]} */
  const ranked = [];
  for (const contact of declaration.contacts) {
    const { regions } = contact;
    if (contact.kind !== kind || regions === "all" || !serves(contact, inner, sector)) continue;
    ranked.push([inner.findIndex((region) => regions.includes(region)), contact]);
  }
  ranked.sort((first, other) => first[0] - other[0] || (first[1].id < other[1].id ? -1 : 1));
  return ranked.map(([, contact]) => [contact, declaration.in_area[kind]]);
}

/**
 * Return the project's own contacts that can be reached, but not in the requested language.
 * @param {Declaration} declaration
 * @param {{project?: string | null, language: string, day: string}} asked
 * @returns {string[]}
 */
export function inAnotherLanguage(declaration, { project = null, language, day }) {
  const projectIds = new Set(projectContacts(declaration, project));
  const others = declaration.contacts.filter(
    (contact) => projectIds.has(contact.id) && reachable(contact, day) && !contact.languages.includes(language),
  );
  return [...projectIds].filter((id) => others.some((contact) => contact.id === id));
}

/**
 * Return the contacts to try if the first does not answer: its backup, the bureau, the hotline, then other hotlines.
 * @param {Declaration} declaration
 * @param {{first?: string | null, day: string, abroad?: boolean}} asked readers abroad get no numbers that work only in China
 * @returns {Leg[]}
 */
export function escalation(declaration, { first = null, day, abroad = false }) {
  const contacts = new Map(declaration.contacts.map((contact) => [contact.id, contact]));
  const backup = contacts.get(first ?? "")?.backup;
  const hotlines = declaration.contacts
    .filter((contact) => contact.kind === "hotline")
    .map((contact) => contact.id)
    .sort();
  /** @type {[string, string][]} */
  const candidates = [
    [declaration.bureau, "bureau"],
    [declaration.hotline, "hotline"],
    ...hotlines.map((id) => /** @type {[string, string]} */ ([id, "complaints"])),
  ];
  if (backup) candidates.unshift([backup, "backup"]);
  /** @type {Map<string, Leg>} */
  const legs = new Map();
  for (const [id, why] of candidates) {
    const contact = contacts.get(id);
    if (contact && (contact.abroad || !abroad) && id !== first && !legs.has(id) && reachable(contact, day)) legs.set(id, { contact: id, why });
  }
  return [...legs.values()];
}

/**
 * @param {Declaration} declaration
 * @param {string | null} project
 * @returns {string[]}
 */
function projectContacts(declaration, project) {
  return project && has(declaration.projects, project) ? declaration.projects[project].contacts : [];
}

/**
 * @param {Contact} contact
 * @param {string[]} line
 * @param {string | null} sector
 */
function serves(contact, line, sector) {
  const { regions, sectors } = contact;
  const place = regions === "all" || line.some((region) => regions.includes(region));
  return place && (!sector || sectors === "all" || sectors.includes(sector));
}

/**
 * Rank the bureau and the hotline before others of their kind, and a nearer contact before one of a larger region.
 * @param {Declaration} declaration
 * @param {Contact} contact
 * @param {string[]} line
 */
function rankOf(declaration, contact, line) {
  const { regions } = contact;
  const steps = regions === "all" ? -1 : line.findIndex((region) => regions.includes(region));
  const main = contact.id === declaration.bureau || contact.id === declaration.hotline;
  return (main ? 0 : 1000) + (steps < 0 ? line.length : steps);
}
