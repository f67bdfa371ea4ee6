// The table that compares projects line by line: differing lines are marked, and the best value where one is declared.
import { make, formatMessage } from "../lib/dom.js";
import { pageAddress } from "../lib/page_address.js";
import { ordered } from "../shortlist/decimal.js";

/**
 * @typedef {import("../shortlist/records.js").Found} Found
 * @typedef {import("../shortlist/records.js").Given} Given
 * @typedef {import("../shortlist/records.js").Line} Line
 * @typedef {{line: Line, differs: boolean, ahead: Set<string>}} Weighed
 */

/**
 * Compare the lines that at least one of the projects has a value for.
 * @param {Found[]} found
 * @param {Given} given
 * @returns {{title: string, lines: Weighed[]}[]}
 */
export function weigh(found, given) {
  return given.groups
    .map(({ title, lines }) => ({
      title,
      lines: lines
        .filter(({ key, asked }) => asked || found.some(({ project }) => key in project.values))
        .map((line) => ({
          line,
          differs: new Set(found.map(({ project }) => project.values[line.key])).size > 1,
          ahead: aheadAt(line, found),
        })),
    }))
    .filter(({ lines }) => lines.length > 0);
}

/**
 * Return the ids of the projects with the best value of a line; none where fewer than two have a value, or all are equal.
 * @param {Line} line
 * @param {Found[]} found
 * @returns {Set<string>}
 */
function aheadAt(line, found) {
  const known = found.filter(({ project }) => line.key in project.figures);
  if (!line.end || known.length < 2) return new Set();
  const way = line.end === "most" ? 1 : -1;
  const figure = (/** @type {Found} */ { project }) => project.figures[line.key];
  const best = known.reduce((one, other) => (ordered(figure(other), figure(one)) * way > 0 ? other : one));
  const ahead = known.filter((one) => ordered(figure(one), figure(best)) === 0);
  return ahead.length === known.length ? new Set() : new Set(ahead.map(({ id }) => id));
}

/**
 * Create the table. `remove` is called with the id of the project that the reader removes.
 * @param {Found[]} found
 * @param {Given} given
 * @param {{title: string, lines: Weighed[]}[]} groups
 * @param {(id: string) => void} remove
 * @returns {HTMLElement}
 */
export function drawn(found, given, groups, remove) {
  const { words } = given;
  const letters = found.map((_, place) => String.fromCharCode(65 + place));
  const heads = found.map((one, place) => head(one, letters[place], given, remove));
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
          make("th", { role: "rowheader", scope: "rowgroup", colspan: found.length + 1 }, title),
        ),
        lines.map((weighed) => row(weighed, found, letters, given)),
      ),
    ),
    make(
      "tbody",
      { role: "rowgroup" },
      make(
        "tr",
        { role: "row", class: "comparison-row comparison-row--contact" },
        make("th", { role: "rowheader", scope: "row" }, words.desk),
        found.map((one, place) =>
          make("td", { role: "cell" }, letter(letters[place]), make("div", {}, deskOf(one, given))),
        ),
      ),
    ),
  );
  const legend = make(
    "ol",
    { class: "comparison-legend", "aria-hidden": "true" },
    found.map(({ project }, place) => make("li", {}, letter(letters[place]), make("span", {}, project.name))),
  );
  return make("div", { class: "comparison" }, legend, table);
}

/**
 * @param {Found} one
 * @param {string} mark
 * @param {Given} given
 * @param {(id: string) => void} remove
 * @returns {HTMLElement}
 */
function head({ id, project }, mark, given, remove) {
  const label = formatMessage(given.words.remove, { name: project.name });
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
    make("a", { href: pageAddress(`${given.at.projects}${id}/`) }, project.name),
    make("span", { class: `badge badge--${project.tone}` }, project.status),
    button,
  );
}

/**
 * @param {Weighed} weighed
 * @param {Found[]} found
 * @param {string[]} letters
 * @param {Given} given
 * @returns {HTMLElement}
 */
function row({ line, differs, ahead }, found, letters, given) {
  const { words } = given;
  return make(
    "tr",
    {
      role: "row",
      class: `comparison-row ${differs ? "comparison-row--differs" : line.key in found[0].project.values ? "comparison-row--same" : ""}`,
    },
    make(
      "th",
      { role: "rowheader", scope: "row" },
      line.label,
      " ",
      make("small", { class: "comparison-row-status" }, differs ? words.differs : words.same),
    ),
    found.map((one, place) =>
      make(
        "td",
        { role: "cell", class: ahead.has(one.id) && "comparison-best" },
        letter(letters[place]),
        make(
          "div",
          {},
          value(line, one, given),
          ahead.has(one.id) && make("span", { class: "comparison-mark" }, line.mark),
        ),
      ),
    ),
  );
}

/**
 * @param {Line} line
 * @param {Found} one
 * @param {Given} given
 * @returns {import("../lib/dom.js").Child[]}
 */
function value(line, one, given) {
  const { values, notes, contact: desk } = one.project;
  if (line.key in values)
    return [
      make("span", { class: "comparison-value" }, values[line.key]),
      line.key in notes && make("small", {}, notes[line.key]),
    ];
  if (!line.asked) return [make("span", { class: "comparison-none" }, given.words.none)];
  const ask =
    desk &&
    make(
      "a",
      { href: pageAddress(`${given.at.contacts}${desk.id}/`) },
      formatMessage(given.words.ask, { desk: desk.name }),
    );
  return [make("span", { class: "unknown" }, given.words.unknown), " ", ask];
}

/**
 * Return the contact of a project: link and phone number or mail address.
 * @param {Found} one
 * @param {Given} given
 * @returns {import("../lib/dom.js").Child[]}
 */
export function deskOf({ project: { contact: desk } }, given) {
  if (!desk) return [given.words.none];
  const reach = desk.phone
    ? make("a", { href: desk.dial }, desk.phone)
    : desk.mail && make("a", { href: `mailto:${desk.mail}` }, desk.mail);
  return [make("a", { href: pageAddress(`${given.at.contacts}${desk.id}/`) }, desk.name), " ", reach];
}

/** @param {string} mark */
function letter(mark) {
  return make("span", { class: "comparison-letter", "aria-hidden": "true" }, mark);
}
