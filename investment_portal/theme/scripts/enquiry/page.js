// The page with the form: from the answers to the recipient, the text and the ways to send it.
import { find, formatMessage } from "../lib/dom.js";
import { quoteIds, readParameters } from "./parameters.js";
import { faultsOf, fieldOf, readAnswers, showFaults } from "./answers.js";
import { compose } from "./compose.js";
import { entry, readData } from "./data.js";
import { recipient, routeOf } from "./recipients.js";
import { showRecipient } from "./recipient_card.js";
import { runPanel } from "./send_panel.js";
import { pickProjects } from "./project_picker.js";
import { remember } from "./sender_details.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Contact} Contact
 * @typedef {import("./compose.js").Enquiry} Enquiry
 * @typedef {import("./compose.js").Line} Line
 * @typedef {import("./answers.js").Fault} Fault
 * @typedef {object} Extension Part of the form that only one of the pages has.
 * @property {string} group
 * @property {() => Fault[]} faults
 * @property {() => Line[]} lines
 * @property {() => [string, string][]} content
 * @property {(contact: Contact | undefined) => void} aim called when the recipient changes
 * @property {(enquiry: Enquiry, who: {name: string, mail: string}) => string} calendar
 */

/**
 * Run the page; `createExtension` returns the part of the form that only this page has.
 * @param {((data: Data, changed: () => void) => Extension) | null} createExtension
 */
export function runPage(createExtension) {
  const data = readData();
  const { words, language } = data;
  /** @type {HTMLFormElement} */
  const form = find(".enquiry-form");
  const status = find(".enquiry-errors", form);
  const questions = data.groups.flatMap((group) => group.questions);
  const parameters = readParameters();
  const event = entry(data.events, parameters.event);
  const notes = [
    ...(parameters.event && !event ? [formatMessage(words.dropped_event, { id: quoteIds([parameters.event]) })] : []),
    ...(parameters.contact && !entry(data.contacts, parameters.contact)
      ? [formatMessage(words.dropped_contact, { id: quoteIds([parameters.contact]) })]
      : []),
  ];
  parameters.event = event ? parameters.event : "";
  parameters.contact = entry(data.contacts, parameters.contact) ? parameters.contact : "";
  let tried = false;
  let aimed = "";
  /** @type {import("./recipients.js").Leg[]} */
  let legs = [];

  const answers = () => readAnswers(form, questions);
  const extension = createExtension?.(data, () => changed());
  const panel = runPanel(
    data,
    extension ? (enquiry) => extension.calendar(enquiry, { name: answers().person, mail: answers().mail }) : null,
  );
  const picked = pickProjects(data, parameters, () => changed());

  const aim = () => {
    const { origin, sector, language: inLanguage } = answers();
    legs = routeOf(data, {
      origin,
      sector,
      language: inLanguage,
      projects: picked.chosen(),
      named: parameters.contact,
      event: event?.contact ?? "",
    });
    // The address names a contact that does not speak the chosen language: a note says why another is shown.
    const otherLanguage = parameters.contact && legs[0]?.contact.id !== parameters.contact;
    const key = JSON.stringify([legs.map((leg) => leg.contact.id), legs[0]?.reason, otherLanguage]);
    // Rendered only when it changes, since a screen reader reads it out.
    if (key !== aimed)
      showRecipient(find(".enquiry-recipient-card"), data, legs, {
        about: event?.name,
        notes: otherLanguage ? [...notes, words.other_language] : notes,
      });
    aimed = key;
    extension?.aim(recipient(legs)?.contact);
  };

  const write = () => {
    const values = answers();
    const projects = picked.chosen();
    /** @type {import("./compose.js").Part[]} */
    const parts = data.groups.map((group) => ({ name: group.name, title: group.title, lines: linesOf(group, values) }));
    const about = parts.find((part) => part.name === "projects");
    if (about) {
      about.lines = projects.map((project, at) => ({
        label: both(String(at + 1)),
        value: project.name,
        below: `${data.address}projects/${project.id}/`,
      }));
      if (event) about.lines.push({ label: data.labels.event, value: event.name });
    }
    const extended = parts.find((part) => part.name === extension?.group);
    if (extended && extension) extended.lines = extension.lines();
    const fields = questions
      .map(({ name }) => /** @type {[string, string]} */ ([name, values[name]]))
      .filter(([, value]) => value);
    const ids = projects.map((project) => project.id).join(",");
    return compose(data, {
      to: recipient(legs)?.contact,
      parts,
      content: [...fields, ["projects", ids], ["event", parameters.event], ...(extension?.content() ?? [])],
      who: values.company || values.person,
    });
  };

  const faults = () => [...(extension?.faults() ?? []), ...faultsOf(data, questions, answers())];

  /** @param {{submitted?: boolean}} [how] */
  const check = ({ submitted = false } = {}) => {
    const problems = faults();
    showFaults(form, problems);
    const message = problems.length ? formatMessage(words.faults, { count: problems.length }) : "";
    if (status.textContent !== message) status.textContent = message;
    if (problems.length > 0) {
      panel.hide();
      if (submitted) /** @type {HTMLElement | null} */ (form.querySelector("[aria-invalid]"))?.focus();
      return;
    }
    panel.show(write(), legs);
    if (submitted) panel.focus();
  };

  function changed() {
    aim();
    // Once submitted, the text follows the form, so that what is sent is what is shown.
    if (tried) check();
  }

  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    tried = true;
    check({ submitted: true });
  });
  form.addEventListener("input", changed);
  remember(
    form,
    find("#enquiry-remember"),
    questions.filter((question) => question.remembered).map((question) => question.name),
    (stored) => {
      status.textContent = stored ? "" : words.remember_failed;
    },
  );
  const choice = fieldOf(form, "language");
  choice.value = choice.value || language;
  aim();

  /**
   * @param {import("./data.js").Group} group
   * @param {import("./answers.js").Answers} values
   * @returns {Line[]}
   */
  function linesOf(group, values) {
    return group.questions.flatMap((question) => {
      const value = values[question.name];
      if (!value) return [];
      return [
        {
          label: question.label,
          value: entry(question.options, value) ?? value,
          long: question.reading === "text" && value.length > 60,
        },
      ];
    });
  }
}

/**
 * @param {string} text
 * @returns {import("./data.js").Both}
 */
const both = (text) => ({ zh: text, en: text });
