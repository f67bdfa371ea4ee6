// The answers of the form: read, validated, with an error message beside each wrong field.
import { find } from "../lib/dom.js";
import { clean } from "./text.js";

/**
 * @typedef {import("./data.js").Asked} Asked
 * @typedef {import("./data.js").Data} Data
 * @typedef {Record<string, string>} Answers
 * @typedef {{name: string, said: string}} Fault
 */

const MAIL = /^[^\s@,;:<>"]+@[^\s@,;:<>"]+\.[^\s@,;:<>".]+$/;
const DIGITS = 5;

/**
 * @param {HTMLFormElement} form
 * @param {Asked[]} asked
 * @returns {Answers}
 */
export function readAnswers(form, asked) {
  return Object.fromEntries(
    asked.map(({ name, reading }) => [name, clean(fieldOf(form, name).value, { lines: reading === "text" })]),
  );
}

/**
 * Return the errors of the answers: required fields left empty, and values that cannot be right.
 * @param {Data} data
 * @param {Asked[]} asked
 * @param {Answers} answers
 * @returns {Fault[]}
 */
export function faultsOf(data, asked, answers) {
  const { words } = data;
  const missing = asked
    .filter((one) => one.required && !answers[one.name])
    .map(({ name }) => ({ name, said: words.missing }));
  const phone = answers.phone ?? "";
  const wrong = [];
  if (!phone && !answers.mail) wrong.push({ name: "phone", said: words.no_reply_address });
  if (phone && (phone.match(/\d/g) ?? []).length < DIGITS) wrong.push({ name: "phone", said: words.bad_phone });
  if (answers.mail && !MAIL.test(answers.mail)) wrong.push({ name: "mail", said: words.bad_mail });
  return [...missing, ...wrong];
}

/**
 * Show the errors beside their fields, and clear those that are fixed.
 * @param {HTMLFormElement} form
 * @param {Fault[]} faults
 */
export function showFaults(form, faults) {
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(".enquiry-error"))) {
    const name = place.id.replace(/^enquiry-|-error$/g, "");
    const fault = faults.find((one) => one.name === name);
    place.textContent = fault?.said ?? "";
    place.hidden = !fault;
    for (const field of form.querySelectorAll(`[aria-describedby~="${place.id}"]`))
      if (fault) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
  }
}

/**
 * Return a field, or the group of radio buttons of one name.
 * @param {HTMLFormElement} form
 * @param {string} name
 * @returns {{value: string}}
 */
export function fieldOf(form, name) {
  return /** @type {{value: string}} */ (
    /** @type {unknown} */ (form.elements.namedItem(name) ?? find(`[name="${name}"]`, form))
  );
}
