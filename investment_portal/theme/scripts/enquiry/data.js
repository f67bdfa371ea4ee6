// Data of the page with the form.
import { has } from "../lib/collections.js";
import { readJson } from "../lib/dom.js";

/**
 * @typedef {"zh" | "en"} Language
 * @typedef {{zh: string, en: string}} Both
 * @typedef {{name: string, label: Both, reading: string, required: boolean, remembered: boolean, options: Record<string, Both>}} Question
 * @typedef {{name: string, title: Both, questions: Question[]}} Group
 * @typedef {object} Contact
 * @property {string} id
 * @property {string} kind
 * @property {Both} name
 * @property {string} role
 * @property {string[]} languages
 * @property {string} spoken
 * @property {string} hours
 * @property {string} schedule as contacts/office_hours.js reads it
 * @property {string} zone
 * @property {{times: string, days: string, minutes: number, ahead: number, off: string[]}} slots when it meets by video
 * @property {string[]} holidays ids of the lists that the contact keeps
 * @property {string} phone
 * @property {string} dial
 * @property {string} mail
 * @property {string} href
 * @property {string} backup
 * @property {boolean} example
 * @typedef {object} Data
 * @property {string} qr address of the script that draws QR codes
 * @property {Language} language
 * @property {string} zone of the bureau
 * @property {import("../contacts/office_hours.js").HolidayLists} holidays
 * @property {string} letter
 * @property {Both} title
 * @property {Record<string, Both>} labels
 * @property {Both} portal
 * @property {string} address of this language's home page
 * @property {string} projects
 * @property {string} names
 * @property {number} chunks
 * @property {import("../contacts/route.js").Declaration} routes
 * @property {string} day
 * @property {Group[]} groups
 * @property {Record<string, Contact>} contacts
 * @property {Record<string, string>} reasons
 * @property {Record<string, {name: Both, contact: string}>} events
 * @property {Record<string, string>} words
 */

/** @returns {Data} */
export const readData = () => readJson("#enquiry-data");

/**
 * Return the language that the page is not in.
 * @param {Data} data
 * @returns {Language}
 */
export const otherOf = (data) => (data.language === "zh" ? "en" : "zh");

/**
 * Return an entry of a table by an own key; safe for keys from an address.
 * @template Value
 * @param {Record<string, Value> | undefined} table
 * @param {string} key
 * @returns {Value | undefined}
 */
export const entry = (table, key) => (table && has(table, key) ? table[key] : undefined);
