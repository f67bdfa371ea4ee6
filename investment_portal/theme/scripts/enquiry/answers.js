// The answers of the form: read, validated, with an error message beside each wrong field.
import { find } from "../lib/dom.js";
import { clean } from "./text.js";

/**
 * @typedef {import("./data.js").Question} Question
 * @typedef {import("./data.js").Data} Data
 * @typedef {Record<string, string>} Answers
 * @typedef {{name: string, message: string}} Fault
 */

const MAIL = /^[^\s@,;:<>"]+@[^\s@,;:<>"]+\.[^\s@,;:<>".]+$/;
const DIGITS = 5;

/**
 * @param {HTMLFormElement} form
 * @param {Question[]} questions
 * @returns {Answers}
 */
export function readAnswers(form, questions) {
  return Object.fromEntries(
    questions.map(({ name, reading }) => [name, clean(fieldOf(form, name).value, { lines: reading === "text" })]),
  );
}

/**
 * Return the errors of the answers: required fields left empty, and values that cannot be right.
 * @param {Data} data
 * @param {Question[]} questions
 * @param {Answers} answers
 * @returns {Fault[]}
 */
export function faultsOf(data, questions, answers) {
  const { words } = data;
  const missing = questions
    .filter((question) => question.required && !answers[question.name])
    .map(({ name }) => ({ name, message: words.missing }));
  const phone = answers.phone ?? "";
  const wrong = [];
  if (!phone && !answers.mail) wrong.push({ name: "phone", message: words.no_reply_address });
  if (phone && (phone.match(/\d/g) ?? []).length < DIGITS) wrong.push({ name: "phone", message: words.bad_phone });
  if (answers.mail && !MAIL.test(answers.mail)) wrong.push({ name: "mail", message: words.bad_mail });
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
    const fault = faults.find((candidate) => candidate.name === name);
    place.textContent = fault?.message ?? "";
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
