// Results: each record as a card or as a row of a matrix, whom to ask, and what would change the order.
import { formatMessage, make } from "../lib/dom.js";
import { ZERO, add, fraction } from "../lib/fraction.js";
import { formatFraction } from "../lib/fraction_format.js";
import { pageAddress } from "../lib/page_address.js";
import { breakBetweenWords } from "../lib/phrases.js";
import { OPEN, changes } from "./ranking.js";
import { bestMembers } from "./verdict.js";

/** @typedef {import("./ranking.js").Ranked} Ranked */
/** @typedef {import("./verdict.js").Requirement} Requirement */
/** @typedef {import("./verdict.js").Outcome} Outcome */
/** @typedef {any} RecordData A project or a park with its facts, as the data files hold it. */
/** @typedef {{records: RecordData[], ranked: Ranked[], kind: "park" | "project"}} Ranking */
/** @typedef {{requirements: Requirement[], asked: string[], data: any, contacts: Record<string, any>}} Asked `asked`: each requirement in words. */
/** @typedef {{text: string, note: string, contact: string}} Shown */

const COMPARED = 5;
export const MARKS = { pass: "✓", part: "◐", fail: "✗", unknown: "?", read: "✎", other: "–" };

/** @param {"park" | "project"} kind @param {RecordData} record @param {any} data */
export const recordAddress = (kind, record, data) => pageAddress(`${data.at[`${kind}s`]}${record.id}/`);

/**
 * Return the values of a record at a requirement as its page shows them, with their days, and the contact to ask.
 * @param {RecordData} record
 * @param {Requirement} requirement
 * @param {Asked} asked
 * @returns {Shown}
 */
export function valueOf(record, requirement, { requirements, data }) {
  const { criteria, words } = data;
  const { pool, inherited } = criteria[requirement.key];
  if (pool) {
    const best = bestMembers(record, requirements, criteria)[pool];
    const member = best === undefined ? undefined : record.pools[pool][best];
    return shown(member && member[requirement.key], member && record.name !== member.name ? member.name : "", record.contact);
  }
  const item = record.alone[requirement.key];
  const parks = record.parks ?? [];
  if (item || !inherited || parks.length === 0) return shown(item, "", record.contact);
  const all = parks.map((/** @type {RecordData} */ park) =>
    shown(park.alone[requirement.key], park.name, park.contact),
  );
  const texts = all.map((/** @type {Shown} */ { text }, /** @type {number} */ at) => text || formatMessage(words.no_value_of, { name: parks[at].name }));
  const some = all.some((/** @type {Shown} */ { text }) => text);
  const silent = all.find((/** @type {Shown} */ { text }) => !text) ?? all[0];
  return { text: some ? texts.join(words.separator) : "", note: "", contact: silent.contact };
}

/** @param {any} item @param {string} name @param {string} contact @returns {Shown} */
function shown(item, name, contact) {
  if (!item) return { text: "", note: "", contact };
  return { text: item.text ?? "", note: [name, item.note].filter(Boolean).join(" · "), contact };
}

/**
 * Return the cell of a requirement: its outcome, the value, the reason where it is not plain, whom to ask.
 * @param {RecordData} record
 * @param {Ranked} ranked
 * @param {number} at
 * @param {Asked} asked
 */
function cell(record, ranked, at, asked) {
  const { words } = asked.data;
  const requirement = asked.requirements[at];
  const outcome = ranked.outcomes[at];
  const { text, note, contact } = valueOf(record, requirement, asked);
  const why = { part: words[`part_${requirement.way}`] ?? words.part_least, read: words.read_why }[String(outcome)];
  return [
    make(
      "span",
      { class: `require-outcome require-outcome--${outcome}` },
      make("span", { "aria-hidden": "true" }, MARKS[outcome]),
      ` ${outcomeName(outcome, record, asked)}`,
    ),
    text !== "" && outcome !== "other" && make("span", { class: "require-value" }, text),
    note !== "" && outcome !== "other" && make("small", {}, note),
    why !== undefined && make("small", {}, why),
    OPEN.includes(outcome) && ask(contact, asked),
  ];
}

/** @param {Outcome} outcome @param {RecordData} record @param {Asked} asked @returns {string} */
const outcomeName = (outcome, { kind }, { data }) => {
  const name = outcome === "other" ? `other_${kind}` : outcome;
  return data.words[`outcome_${name}`];
};

/**
 * Return how far a record meets the musts; musts that are not asked of its kind say nothing of it.
 * @param {Ranked} ranked
 * @param {Asked} asked
 * @returns {string}
 */
function gradeName({ grade, outcomes }, { requirements, data }) {
  const musts = outcomes.filter((_, at) => requirements[at].weight === undefined);
  if (grade !== "fits" || !musts.includes("other")) return data.words[`grade_${grade}`];
  return data.words[musts.every((outcome) => outcome === "other") ? "grade_none" : "grade_rest"];
}

/** @param {string} id @param {Asked} asked */
function ask(id, { contacts, data }) {
  const contact = contacts[id];
  if (!contact) return null;
  const [before, after] = data.words.ask.split("{contact}");
  return make("small", {}, before, make("a", { href: pageAddress(`${data.at.contacts}${id}/`) }, contact.name), after ?? "");
}

/** @param {RecordData} record @param {Ranked} ranked @param {Asked} asked @param {string} kind */
function heading(record, ranked, asked, kind) {
  const { words } = asked.data;
  const wishes = asked.requirements.some(({ weight }) => weight !== undefined);
  return [
    breakBetweenWords(make("a", { href: recordAddress(/** @type {"park"} */ (kind), record, asked.data) }, record.name)),
    make(
      "span",
      { class: `require-grade require-grade--${ranked.grade}` },
      gradeName(ranked, asked),
    ),
    wishes && make("small", {}, points(ranked, asked)),
    make("small", {}, [formatMessage(words.verified, { day: record.verified }), record.example ? words.example : ""].filter(Boolean).join(" · ")),
  ];
}

/** @param {Ranked} ranked @param {Asked} asked */
function points({ least, most }, { requirements, data }) {
  const weights = requirements.map(({ weight }) => fraction(weight ?? "0"));
  const [low, high, all] = [least, most, weights.reduce(add, ZERO)].map(formatFraction);
  return formatMessage(data.words[low === high ? "points" : "points_range"], { low, high, all });
}

/**
 * Return records as cards: one a record, its requirements as rows.
 * @param {Ranking} ranking
 * @param {Ranked[]} listed
 * @param {Asked} asked
 * @returns {HTMLElement[]}
 */
export function cards({ records, kind }, listed, asked) {
  return [make(
    "div",
    { class: "require-cards" },
    listed.map((ranked) => {
      const record = records[ranked.place];
      return make(
        "section",
        { class: "require-card", "data-id": record.id, "data-grade": ranked.grade },
        make("h3", {}, heading(record, ranked, asked, kind).slice(0, 1)),
        make("p", {}, heading(record, ranked, asked, kind).slice(1)),
        make(
          "table",
          { class: "require-table" },
          make("caption", { class: "visually-hidden" }, record.name),
          make(
            "tbody",
            {},
            asked.asked.map((text, at) =>
              make(
                "tr",
                { "data-outcome": ranked.outcomes[at] },
                make("th", { scope: "row" }, text),
                make("td", {}, cell(record, ranked, at, asked).flat()),
              ),
            ),
          ),
        ),
      );
    }),
  )];
}

/**
 * Return records as a matrix: one a row, requirements as columns.
 * @param {Ranking} ranking
 * @param {Ranked[]} listed
 * @param {Asked} asked
 * @returns {HTMLElement[]}
 */
export function matrix({ records, kind }, listed, asked) {
  const { words } = asked.data;
  return [make(
    "table",
    { class: "require-table require-matrix" },
    make("caption", { class: "visually-hidden" }, words[`heading_${kind}`]),
    make(
      "thead",
      {},
      make("tr", {}, make("th", { scope: "col" }, words[`column_${kind}`]), asked.asked.map((text) => make("th", { scope: "col" }, text))),
    ),
    make(
      "tbody",
      {},
      listed.map((ranked) => {
        const record = records[ranked.place];
        return make(
          "tr",
          { "data-id": record.id, "data-grade": ranked.grade },
          make("th", { scope: "row" }, heading(record, ranked, asked, kind)),
          ranked.outcomes.map((outcome, at) =>
            make("td", { "data-outcome": outcome }, cell(record, ranked, at, asked).flat()),
          ),
        );
      }),
    ),
  )];
}

/**
 * Return what would change the order of the first records: for each pair of neighbours that one change exchanges.
 * @param {Ranking} ranking
 * @param {Asked} asked
 * @returns {HTMLElement[]}
 */
export function orderChanges({ records, ranked }, asked) {
  const { words } = asked.data;
  const first = ranked.filter(({ grade }) => grade !== "out").slice(0, COMPARED);
  return first.slice(1).flatMap((below, at) => {
    const above = first[at];
    const names = { second: records[below.place].name, first: records[above.place].name };
    const ways = changes(above, below, asked.requirements).map((change) => sentence(change, asked));
    if (ways.length === 0) return [];
    const equal = above.grade === below.grade && points(above, asked) === points(below, asked);
    return [make(
      "li",
      {},
      make("p", {}, formatMessage(words.overtakes, names), equal && ` ${words.equal}`),
      make("ul", {}, ways.map((way) => make("li", {}, way))),
    )];
  });
}

/** @param {import("./ranking.js").Change} change @param {Asked} asked */
function sentence({ kind, requirements, figure }, { asked, requirements: all, data }) {
  const name = requirements.map((at) => asked[at]).join(data.words.separator);
  const now = all[requirements[0]].weight ?? "";
  return formatMessage(data.words[`change_${kind}`], { name, now, figure: figure ? formatFraction(fraction(figure)) : "" });
}

/**
 * Return the open questions of the records listed, by contact.
 * @param {Ranking[]} rankings
 * @param {Asked} asked
 * @returns {HTMLElement[]}
 */
export function questions(rankings, asked) {
  const { contacts, data } = asked;
  /** @type {Map<string, {name: string, open: string[], project: string}[]>} */
  const byContact = new Map();
  for (const { records, ranked, kind } of rankings)
    for (const { place, outcomes, grade } of ranked) {
      if (grade === "out") continue;
      const record = records[place];
      /** @type {Map<string, string[]>} */
      const open = new Map();
      outcomes.forEach((outcome, at) => {
        if (!OPEN.includes(outcome)) return;
        const { contact } = valueOf(record, asked.requirements[at], asked);
        open.set(contact, [...(open.get(contact) ?? []), data.criteria[asked.requirements[at].key].label]);
      });
      for (const [contact, names] of open) {
        const entry = { name: record.name, open: names, project: kind === "project" ? record.id : "" };
        byContact.set(contact, [...(byContact.get(contact) ?? []), entry]);
      }
    }
  return [...byContact].map(([id, entries]) => questionsOf(id, entries, contacts[id], data)).filter((block) => block !== null);
}

const IDS = 12;

/**
 * @param {string} id
 * @param {{name: string, open: string[], project: string}[]} entries
 * @param {any} contact
 * @param {any} data
 */
function questionsOf(id, entries, contact, data) {
  const { words, at } = data;
  if (!contact) return null;
  const ids = entries.map(({ project }) => project).filter(Boolean).slice(0, IDS);
  return make(
    "section",
    { class: "require-ask", "data-contact": id },
    make("h3", {}, make("a", { href: pageAddress(`${at.contacts}${id}/`) }, contact.name)),
    contact.role && make("p", {}, contact.role),
    make(
      "p",
      {},
      contact.phone && make("a", { class: "button", href: contact.dial }, contact.phone),
      " ",
      contact.mail && make("a", { class: "button", href: `mailto:${contact.mail}` }, contact.mail),
      " ",
      make("a", { class: "button", href: pageAddress(at.enquiry, [["desk", id], ["ids", ids.join(",")]]) }, words.write),
    ),
    make(
      "ul",
      {},
      entries.map(({ name, open }) =>
        make("li", {}, formatMessage(words.question, { name, items: open.join(words.separator) })),
      ),
    ),
  );
}

/**
 * Return the matrix as rows of a table for a file.
 * @param {Ranking[]} rankings
 * @param {Asked} asked
 * @returns {string[][]}
 */
export function tableOf(rankings, asked) {
  const { data, contacts } = asked;
  const { words } = data;
  const recordColumns = [words.csv_kind, words.csv_name, words.csv_grade, words.csv_least, words.csv_most];
  const requirementColumns = [words.csv_requirement, words.csv_importance, words.csv_outcome];
  const rows = [[...recordColumns, ...requirementColumns, words.csv_value, words.csv_note, words.csv_ask]];
  for (const { records, ranked, kind } of rankings)
    for (const entry of ranked) {
      const record = records[entry.place];
      entry.outcomes.forEach((outcome, at) => {
        const { text, note, contact } = valueOf(record, asked.requirements[at], asked);
        const who = OPEN.includes(outcome) && contacts[contact];
        rows.push([
          words[`column_${kind}`],
          record.name,
          gradeName(entry, asked),
          formatFraction(entry.least),
          formatFraction(entry.most),
          asked.asked[at],
          asked.requirements[at].weight ?? words.must,
          outcomeName(outcome, record, asked),
          text,
          note,
          who ? [who.name, who.phone ?? who.mail].filter(Boolean).join(" ") : "",
        ]);
      });
    }
  return rows;
}
