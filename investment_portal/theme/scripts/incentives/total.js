// The total of a plan in one sentence, and its split by stage and by year: the same on every page.
import { copyText } from "../lib/clipboard.js";
import { formatMessage, make } from "../lib/dom.js";
import { formatFen } from "../lib/fraction_format.js";
import { formatLongDate } from "../lib/today.js";
import { STAGES } from "./combination.js";

/** @typedef {import("./assess.js").Answer} Answer */
/** @typedef {import("./combination.js").Choice} Choice */
/** @typedef {import("./combination.js").Sums} Sums */
/** @typedef {{support: Record<string, string>, stages: Record<string, string>, kinds: Record<string, string>, language: string}} Speech */

/** Money that need not be returned; only these kinds are added up. */
const ADDED = ["grant", "saving"];
const RETURNED = ["equity", "loan", "guarantee"];

/** @param {Sums} sums */
export function added(sums) {
  return ADDED.reduce((all, kind) => all + (sums[kind] ?? 0n), 0n);
}

/**
 * Return the total in one sentence: certain and possible sums; what must be returned is named, not added.
 * @param {Choice} certain
 * @param {Choice} possible
 * @param {string} day
 * @param {Speech} speech
 * @returns {string}
 */
export function totalSentence(certain, possible, day, { support: words, kinds, language }) {
  const [sure, most] = [added(certain.sums), added(possible.sums)];
  const values = { sure: formatFen(sure, language), most: formatFen(most, language), day: formatLongDate(day) };
  const sentence =
    most === 0n ? words.nothing : sure === most ? words.certain : sure === 0n ? words.possible : words.both;
  const others = RETURNED.filter((kind) => possible.sums[kind]).map((kind) =>
    formatMessage(words.other, { kind: kinds[kind], sum: formatFen(possible.sums[kind], language) }),
  );
  const besides = others.length > 0 ? formatMessage(words.besides, { items: others.join(words.separator) }) : "";
  return formatMessage(sentence, values) + besides;
}

/**
 * Return the sentence with a button that copies it.
 * @param {string} sentence
 * @param {Choice} certain
 * @param {Choice} possible
 * @param {Record<string, string>} words
 * @returns {Node}
 */
export function copyable(sentence, certain, possible, words) {
  const text = make(
    "span",
    { class: "support-sentence", "data-sure": String(added(certain.sums)), "data-most": String(added(possible.sums)) },
    sentence,
  );
  const button = make("button", { type: "button", class: "support-copy" }, words.copy);
  const state = make("span", { class: "support-state", role: "status" });
  button.addEventListener("click", async () => {
    state.textContent = (await copyText(sentence, text)) ? words.copied : words.not_copied;
  });
  return make("p", { class: "support-total" }, text, " ", button, " ", state);
}

/**
 * Return the sums by stage and by year as tables; none where there is no sum.
 * @param {Choice} certain
 * @param {Choice} possible
 * @param {Speech} speech
 * @returns {Node[]}
 */
export function splits(certain, possible, { support: words, stages, language }) {
  if (added(possible.sums) === 0n && added(certain.sums) === 0n) return [];
  /** @param {bigint} fen */
  const shown = (fen) => (fen ? formatFen(fen, language) : "—");
  /** @param {string} title @param {string} heading @param {[string, bigint, bigint][]} rows */
  const table = (title, heading, rows) =>
    make(
      "table",
      { class: "support-split" },
      make("caption", {}, title),
      make("thead", {}, make("tr", {}, [heading, words.sure, words.most].map((text) => make("th", { scope: "col" }, text)))),
      make(
        "tbody",
        {},
        rows.map(([name, sure, most]) =>
          make("tr", {}, make("th", { scope: "row" }, name), make("td", {}, shown(sure)), make("td", {}, shown(most))),
        ),
      ),
    );
  /** @type {[string, bigint, bigint][]} */
  const byStage = STAGES.filter((stage) => certain.stages[stage] || possible.stages[stage])
    .map((stage) => /** @type {[string, bigint, bigint]} */ ([
      stages[stage],
      added(certain.stages[stage] ?? {}),
      added(possible.stages[stage] ?? {}),
    ]))
    .filter(([, sure, most]) => sure || most);
  const all = /** @type {[string, bigint, bigint]} */ ([words.total, added(certain.sums), added(possible.sums)]);
  const [sureYears, mostYears] = [yearly(certain), yearly(possible)];
  const count = Math.max(sureYears.length, mostYears.length);
  const byYear = Array.from({ length: count }, (_, place) => /** @type {[string, bigint, bigint]} */ ([
    formatMessage(words.year, { year: place + 1 }),
    sureYears[place] ?? 0n,
    mostYears[place] ?? 0n,
  ])).filter(([, sure, most]) => sure || most);
  return [
    table(words.by_stage, words.stage, [...byStage, all]),
    make(
      "details",
      { class: "folded" },
      make("summary", {}, words.by_year),
      table(words.by_year, words.years, [...byYear, all]),
      make("p", { class: "matcher-note" }, words.year_note),
    ),
  ];
}

/**
 * Return the fen of each year that need not be returned.
 * @param {Choice} choice
 * @returns {bigint[]}
 */
export function yearly({ years }) {
  const count = Math.max(0, ...ADDED.map((kind) => (years[kind] ?? []).length));
  return Array.from({ length: count }, (_, place) =>
    ADDED.reduce((all, kind) => all + ((years[kind] ?? [])[place] ?? 0n), 0n),
  );
}
