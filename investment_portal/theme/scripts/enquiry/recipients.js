// Recipients of an enquiry; no other module chooses them.
import { today } from "../lib/today.js";
import { route } from "../contacts/route.js";
import { entry } from "./data.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Contact} Contact
 * @typedef {import("../lib/project_names.js").Project} Project
 * @typedef {{contact: Contact, reason: string}} Leg
 * @typedef {{origin: string, sector: string, language: string, projects: Project[], named: string, event: string}} Question
 *   `named` is the contact in the address, `event` the contact of the event.
 */

/** Contacts of the general route that are shown; its last, the hotline, is always among them. */
const LIMIT = 4;

/**
 * Return the contacts to turn to: the one in the address, the event's, the projects' own, then the general route; all speak
 * the language. Of several projects only a shared contact counts.
 * @param {Data} data
 * @param {Question} question
 * @returns {Leg[]}
 */
export function routeOf(data, { origin, sector, language, projects, named, event }) {
  const [first, ...others] = projects;
  const common = first?.contacts.filter((id) => others.every((other) => other.contacts.includes(id))) ?? [];
  const shared = first && others.every((other) => other.sector === first.sector) ? first.sector : "";
  const contacts = route(data.routes, { origin, sector: sector || shared, language, day: today(data.zone, data.day) });
  const general = contacts.length > LIMIT ? [...contacts.slice(0, LIMIT - 1), ...contacts.slice(-1)] : contacts;
  /** @type {Map<string, Leg>} */
  const legs = new Map();
  /** @param {string} id @param {(contact: Contact) => string} reason */
  const add = (id, reason) => {
    const contact = entry(data.contacts, id);
    if (contact?.languages.includes(language) && !legs.has(id)) legs.set(id, { contact, reason: reason(contact) });
  };
  if (named) add(named, () => data.words.named);
  if (event) add(event, () => data.words.event_contact);
  for (const id of common) add(id, () => data.reasons.own);
  for (const { contact, why } of general) add(contact, () => data.reasons[why] ?? "");
  return [...legs.values()];
}

/**
 * Return the first contact with a mail address, else the first.
 * @param {Leg[]} legs
 * @returns {Leg | undefined}
 */
export const recipient = (legs) => legs.find(({ contact }) => contact.mail) ?? legs[0];
