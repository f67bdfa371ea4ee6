// The tool for assistants that names whom to turn to: the same route as the route finder.
import { formatMessage } from "../lib/dom.js";
import { loadProjects } from "../lib/project_names.js";
import { today } from "../lib/today.js";
import { route } from "../contacts/route.js";
import { dataFolder, known } from "./terms.js";

/** @typedef {import("./terms.js").Terms} Terms */

/**
 * Return whom to turn to, the first choice first.
 * @param {Terms} terms
 * @param {{origin?: string, sector?: string, project?: string, language?: string}} question
 */
export async function routeToContact(terms, { origin = "", sector = "", project = "", language = terms.language }) {
  known(terms, "origin", origin);
  known(terms, "sector", sector);
  const routes = { ...terms.routes };
  if (project) {
    const source = { names: `${dataFolder()}names/`, chunks: terms.chunks.names };
    const record = (await loadProjects(source, [project])).get(project);
    if (!record) throw new Error(formatMessage(terms.words.no_projects, { ids: project }));
    routes.projects = { [record.id]: { sector: record.sector, contacts: record.contacts } };
    project = record.id;
  }
  const legs = route(routes, {
    origin: origin || null,
    sector: sector || (project ? routes.projects[project].sector : null),
    language,
    project: project || null,
    day: today(terms.zone, terms.day),
  });
  return { contacts: legs.map(({ contact, why }) => ({ id: contact, ...terms.contacts[contact], why: terms.reasons[why] })) };
}
