// The page with the form: from the answers to the recipient, the text and the ways to send it.
import { find, formatMessage } from "../lib/dom.js";
import { naming, readWish } from "./parameters.js";
import { faultsOf, fieldOf, readAnswers, showFaults } from "./answers.js";
import { compose } from "./compose.js";
import { entry, readData } from "./data.js";
import { recipient, routeOf } from "./recipients.js";
import { showDesk } from "./recipient_card.js";
import { runPanel } from "./send_panel.js";
import { pickProjects } from "./project_picker.js";
import { remember } from "./sender_details.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Desk} Desk
 * @typedef {import("./compose.js").Brief} Brief
 * @typedef {import("./compose.js").Line} Line
 * @typedef {import("./answers.js").Fault} Fault
 * @typedef {object} Special Part of the form that only one of the pages has.
 * @property {string} group
 * @property {() => Fault[]} faults
 * @property {() => Line[]} lines
 * @property {() => [string, string][]} content
 * @property {(desk: Desk | undefined) => void} aim called when the recipient changes
 * @property {(brief: Brief, who: {name: string, mail: string}) => string} calendar
 */

/**
 * Run the page; `createExtension` returns the part of the form that only this page has.
 * @param {((data: Data, changed: () => void) => Special) | null} made
 */
export function runPage(made) {
  const data = readData();
  const { words, language } = data;
  /** @type {HTMLFormElement} */
  const form = find(".enquiry-form");
  const said = find(".enquiry-errors", form);
  const asked = data.groups.flatMap((group) => group.questions);
  const wish = readWish();
  const event = entry(data.events, wish.event);
  const notes = [
    ...(wish.event && !event ? [formatMessage(words.dropped_event, { id: naming([wish.event]) })] : []),
    ...(wish.desk && !entry(data.contacts, wish.desk)
      ? [formatMessage(words.dropped_desk, { id: naming([wish.desk]) })]
      : []),
  ];
  wish.event = event ? wish.event : "";
  wish.desk = entry(data.contacts, wish.desk) ? wish.desk : "";
  let tried = false;
  let aimed = "";
  /** @type {import("./recipients.js").Leg[]} */
  let legs = [];

  const answers = () => readAnswers(form, asked);
  const special = made?.(data, () => changed());
  const panel = runPanel(
    data,
    special ? (brief) => special.calendar(brief, { name: answers().person, mail: answers().mail }) : null,
  );
  const picked = pickProjects(data, wish, () => changed());

  const aim = () => {
    const { origin, sector, language: spoken } = answers();
    legs = routeOf(data, {
      origin,
      sector,
      language: spoken,
      projects: picked.chosen(),
      named: wish.desk,
      event: event?.contact ?? "",
    });
    // The address names a contact that does not speak the chosen language: a note says why another is shown.
    const deaf = wish.desk && legs[0]?.desk.id !== wish.desk;
    const key = JSON.stringify([legs.map((leg) => leg.desk.id), legs[0]?.reason, deaf]);
    // Rendered only when it changes, since a screen reader reads it out.
    if (key !== aimed)
      showDesk(find(".enquiry-recipient-card"), data, legs, {
        about: event?.name,
        notes: deaf ? [...notes, words.other_language] : notes,
      });
    aimed = key;
    special?.aim(recipient(legs)?.desk);
  };

  const write = () => {
    const given = answers();
    const projects = picked.chosen();
    /** @type {import("./compose.js").Part[]} */
    const parts = data.groups.map((group) => ({ name: group.name, title: group.title, lines: linesOf(group, given) }));
    const about = parts.find((part) => part.name === "projects");
    if (about) {
      about.lines = projects.map((one, at) => ({
        label: both(String(at + 1)),
        value: one.name,
        below: `${data.address}projects/${one.id}/`,
      }));
      if (event) about.lines.push({ label: data.labels.event, value: event.name });
    }
    const own = parts.find((part) => part.name === special?.group);
    if (own && special) own.lines = special.lines();
    const content = asked
      .map(({ name }) => /** @type {[string, string]} */ ([name, given[name]]))
      .filter(([, value]) => value);
    const ids = projects.map((one) => one.id).join(",");
    return compose(data, {
      to: recipient(legs)?.desk,
      parts,
      content: [...content, ["projects", ids], ["event", wish.event], ...(special?.content() ?? [])],
      who: given.company || given.person,
    });
  };

  const faults = () => [...(special?.faults() ?? []), ...faultsOf(data, asked, answers())];

  /** @param {{asked?: boolean}} [how] */
  const check = ({ asked: askedFor = false } = {}) => {
    const found = faults();
    showFaults(form, found);
    const told = found.length ? formatMessage(words.faults, { count: found.length }) : "";
    if (said.textContent !== told) said.textContent = told;
    if (found.length > 0) {
      panel.hide();
      if (askedFor) /** @type {HTMLElement | null} */ (form.querySelector("[aria-invalid]"))?.focus();
      return;
    }
    panel.show(write(), legs);
    if (askedFor) panel.focus();
  };

  function changed() {
    aim();
    // Once submitted, the text follows the form, so that what is sent is what is shown.
    if (tried) check();
  }

  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    tried = true;
    check({ asked: true });
  });
  form.addEventListener("input", changed);
  remember(
    form,
    find("#enquiry-remember"),
    asked.filter((one) => one.remembered).map((one) => one.name),
    (kept) => {
      said.textContent = kept ? "" : words.remember_failed;
    },
  );
  fieldOf(form, "language").value ||= language;
  aim();

  /**
   * @param {import("./data.js").Group} group
   * @param {import("./answers.js").Answers} given
   * @returns {Line[]}
   */
  function linesOf(group, given) {
    return group.questions.flatMap((one) => {
      const value = given[one.name];
      if (!value) return [];
      return [
        {
          label: one.label,
          value: entry(one.options, value) ?? value,
          long: one.reading === "text" && value.length > 60,
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
