// The table that compares projects line by line: differing lines are marked, and the best value where one is declared.
import { make, formatMessage } from "../lib/dom.js";
import { pageAddress } from "../lib/page_address.js";
import { breakBetweenWords } from "../lib/phrases.js";
import { ordered } from "../shortlist/decimal.js";

/**
 * @typedef {import("../shortlist/records.js").Selected} Selected
 * @typedef {import("../shortlist/records.js").SelectionData} SelectionData
 * @typedef {import("../shortlist/records.js").Line} Line
 * @typedef {{line: Line, differs: boolean, ahead: Set<string>}} ComparedLine
 */

/**
 * Compare the lines that at least one of the projects has a value for.
 * @param {Selected[]} projects
 * @param {SelectionData} data
 * @returns {{title: string, lines: ComparedLine[]}[]}
 */
export function compareLines(projects, data) {
  return data.groups
    .map(({ title, lines }) => ({
      title,
      lines: lines
        .filter(({ key, expected }) => expected || projects.some(({ project }) => key in project.values))
        .map((line) => ({
          line,
          differs: !line.text && new Set(projects.map(({ project }) => project.values[line.key])).size > 1,
          ahead: bestOf(line, projects),
        })),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/**
 * Return the ids of the projects with the best value of a line; none where fewer than two have a value, all are equal,
 * or the bounds of another one leave open whether it is better.
 * @param {Line} line
 * @param {Selected[]} projects
 * @returns {Set<string>}
 */
function bestOf(line, projects) {
  const stated = projects.filter(({ project }) => line.key in project.figures);
  if (!line.end || stated.length < 2) return new Set();
  const way = line.end === "most" ? 1 : -1;
  const [near, far] = line.end === "most" ? [0, 1] : [1, 0];
  const bound = (/** @type {Selected} */ { project }, /** @type {number} */ side) => project.figures[line.key][side];
  const certain = stated.filter((project) => bound(project, near) !== "");
  if (certain.length === 0) return new Set();
  const best = certain.reduce((first, other) => (ordered(bound(other, near), bound(first, near)) * way > 0 ? other : first));
  const ahead = certain.filter((project) => ordered(bound(project, near), bound(best, near)) === 0);
  const open = stated.some(
    (project) =>
      !ahead.includes(project) &&
      (bound(project, far) === "" || ordered(bound(project, far), bound(best, near)) * way > 0),
  );
  return open || ahead.length === stated.length ? new Set() : new Set(ahead.map(({ id }) => id));
}

/**
 * Create the table. `remove` is called with the id of the project that the reader removes.
 * @param {Selected[]} projects
 * @param {SelectionData} data
 * @param {{title: string, lines: ComparedLine[]}[]} groups
 * @param {(id: string) => void} remove
 * @returns {HTMLElement}
 */
export function comparisonTable(projects, data, groups, remove) {
  const { words } = data;
  const letters = projects.map((_, place) => String.fromCharCode(65 + place));
  const heads = projects.map((project, place) => head(project, letters[place], data, remove));
  const table = make(
    "table",
    { role: "table", class: "comparison-table", "aria-label": words.title },
    make(
      "thead",
      { role: "rowgroup" },
      make("tr", { role: "row" }, make("th", { role: "columnheader", scope: "col" }, words.line), heads),
    ),
    groups.map(({ title, lines }) =>
      make(
        "tbody",
        { role: "rowgroup" },
        make(
          "tr",
          { role: "row", class: "comparison-group" },
          make("th", { role: "rowheader", scope: "rowgroup", colspan: projects.length + 1 }, title),
        ),
        lines.map((compared) => row(compared, projects, letters, data)),
      ),
    ),
    make(
      "tbody",
      { role: "rowgroup" },
      make(
        "tr",
        { role: "row", class: "comparison-row comparison-row--contact" },
        make("th", { role: "rowheader", scope: "row" }, words.contact),
        projects.map((project, place) =>
          make("td", { role: "cell" }, letter(letters[place]), make("div", {}, contactOf(project, data))),
        ),
      ),
    ),
  );
  return make("div", { class: `comparison comparison--${projects.length}` }, table);
}

/**
 * @param {Selected} selected
 * @param {string} mark
 * @param {SelectionData} data
 * @param {(id: string) => void} remove
 * @returns {HTMLElement}
 */
function head({ id, project }, mark, data, remove) {
  const label = formatMessage(data.words.remove, { name: project.name });
  const button = make(
    "button",
    { type: "button", class: "comparison-remove", "aria-label": label, title: label, "data-remove": id },
    "×",
  );
  button.addEventListener("click", () => remove(id));
  return make(
    "th",
    { role: "columnheader", scope: "col" },
    letter(mark),
    breakBetweenWords(make("a", { href: pageAddress(`${data.at.projects}${id}/`) }, project.name)),
    make("span", { class: `badge badge--${project.tone}` }, project.status),
    button,
  );
}

/**
 * @param {ComparedLine} compared
 * @param {Selected[]} projects
 * @param {string[]} letters
 * @param {SelectionData} data
 * @returns {HTMLElement}
 */
function row({ line, differs, ahead }, projects, letters, data) {
  const { words } = data;
  return make(
    "tr",
    {
      role: "row",
      class: `comparison-row${differs ? " comparison-row--differs" : ""}`,
    },
    make(
      "th",
      { role: "rowheader", scope: "row" },
      line.label,
      differs && make("span", { class: "visually-hidden" }, ` (${words.differs})`),
    ),
    projects.map((selected, place) =>
      make(
        "td",
        { role: "cell", class: ahead.has(selected.id) && "comparison-best" },
        letter(letters[place]),
        make(
          "div",
          {},
          value(line, selected, data),
          ahead.has(selected.id) && make("span", { class: "comparison-mark" }, line.mark),
        ),
      ),
    ),
  );
}

/**
 * @param {Line} line
 * @param {Selected} selected
 * @param {SelectionData} data
 * @returns {import("../lib/dom.js").Child[]}
 */
function value(line, selected, data) {
  const { values, notes, contact } = selected.project;
  if (line.key in values)
    return [
      make("span", { class: "comparison-value" }, values[line.key]),
      line.key in notes && make("small", {}, notes[line.key]),
    ];
  if (!line.expected) return [make("span", { class: "comparison-none" }, data.words.none)];
  const link =
    contact &&
    make(
      "a",
      { href: pageAddress(`${data.at.contacts}${contact.id}/`) },
      formatMessage(data.words.ask, { desk: contact.name }),
    );
  return [make("span", { class: "unknown" }, data.words.unknown), " ", link];
}

/**
 * Return the contact of a project: link and phone number or mail address.
 * @param {Selected} selected
 * @param {SelectionData} data
 * @returns {import("../lib/dom.js").Child[]}
 */
export function contactOf({ project: { contact } }, data) {
  if (!contact) return [data.words.none];
  const phoneOrMail = contact.phone
    ? make("a", { href: contact.dial || null }, contact.phone)
    : contact.mail && make("a", { href: `mailto:${contact.mail}` }, contact.mail);
  return [make("a", { href: pageAddress(`${data.at.contacts}${contact.id}/`) }, contact.name), " ", phoneOrMail];
}

/** @param {string} mark */
function letter(mark) {
  return make("span", { class: "comparison-letter", "aria-hidden": "true" }, mark);
}
