// Recipients of an enquiry; no other module decides who gets it.
import { today } from "../lib/today.js";
import { route } from "../contacts/route.js";
import { entry } from "./data.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Desk} Desk
 * @typedef {import("../lib/project_names.js").Project} Project
 * @typedef {{desk: Desk, reason: string}} Leg
 * @typedef {{origin: string, sector: string, language: string, projects: Project[], named: string, event: string}} Asking
 *   `named` is the contact in the address, `event` the contact of the event.
 */

/** Contacts of the general route that are shown; its last, the hotline, is always among them. */
const MOST = 4;

/**
 * Return the contacts to turn to: the one in the address, the event's, the projects' own, then the general route; all speak
 * the language. Several projects have an own contact if they share it.
 * @param {Data} data
 * @param {Asking} asking
 * @returns {Leg[]}
 */
export function routeOf(data, { origin, sector, language, projects, named, event }) {
  const [first, ...others] = projects;
  const own = first?.desks.filter((id) => others.every((one) => one.desks.includes(id))) ?? [];
  const shared = first && others.every((one) => one.sector === first.sector) ? first.sector : "";
  const found = route(data.routes, { origin, sector: sector || shared, language, day: today(data.zone, data.day) });
  const general = found.length > MOST ? [...found.slice(0, MOST - 1), ...found.slice(-1)] : found;
  /** @type {Map<string, Leg>} */
  const legs = new Map();
  /** @param {string} id @param {(desk: Desk) => string} reason */
  const add = (id, reason) => {
    const desk = entry(data.contacts, id);
    if (desk?.languages.includes(language) && !legs.has(id)) legs.set(id, { desk, reason: reason(desk) });
  };
  if (named) add(named, () => data.words.named);
  if (event) add(event, () => data.words.event_desk);
  for (const id of own) add(id, () => data.reasons.own);
  for (const { desk, why } of general) add(desk, () => data.reasons[why] ?? "");
  return [...legs.values()];
}

/**
 * Return the first contact with a mail address, else the first.
 * @param {Leg[]} legs
 * @returns {Leg | undefined}
 */
export const recipient = (legs) => legs.find(({ desk }) => desk.mail) ?? legs[0];
