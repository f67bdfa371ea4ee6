// Requirements: must-haves and wishes are compared with every park and project; the address holds them.
import { isTrackingParameter, readAddress, writeAddress } from "./lib/address.js";
import { copyText } from "./lib/clipboard.js";
import { loadData } from "./lib/data_script.js";
import { find, formatMessage, make, readJson, setChildren } from "./lib/dom.js";
import { today } from "./lib/today.js";
import { decode } from "./requirements/csv_file.js";
import { showRows } from "./requirements/form.js";
import { rank } from "./requirements/ranking.js";
import { WEIGHT, readTable, requirementOf } from "./requirements/request.js";
import { cards, matrix, orderChanges, questions, tableOf } from "./requirements/results.js";
import { csv, save } from "./shortlist/csv.js";

/** @typedef {import("./requirements/request.js").Row} Row */
/** @typedef {import("./requirements/results.js").Ranking} Ranking */
/** @typedef {import("./requirements/results.js").Asked} Asked */

const PARAMETERS = ["must", "wish"];
const LISTED = 12;
/** On a phone a card fills a screen. */
const LISTED_NARROW = 3;
const WIDEST = 6;
const ROWS = 30;
const LONGEST = 200;
const LARGEST = 200_000;
const SHOWN = 60;

const data = readJson("#require-data");
const { words, criteria, options } = data;
const result = find(".require-result");
const status = find(".require-status");
const wide = matchMedia("(min-width: 60em)");
/** @type {Row[]} */
let rows = [];
/** @type {{parks: any[], projects: any[], contacts: Record<string, any>} | null} */
let records = null;
/** @type {string[][]} */
let table = [];
/** @type {Set<string>} */
const unfolded = new Set();
let turn = 0;

/** Load the parks and the projects that are still on offer today. */
async function load() {
  if (records) return records;
  const file = (/** @type {string | number} */ name) =>
    loadData(`${data.at.data}requirements/${data.language}-${name}.js`, `requirements/${data.language}-${name}`);
  const [{ parks, contacts }, ...chunks] = await Promise.all([
    file("parks"),
    ...Array.from({ length: data.chunks }, (_, number) => file(number)),
  ]);
  const day = today(data.zone, data.day);
  const places = parks.map((/** @type {any} */ park) => ({ ...park, kind: "park" }));
  const projects = chunks
    .flat()
    .filter(({ until }) => until === "" || until >= day)
    .sort((first, second) => (first.id < second.id ? -1 : 1))
    .map((project) => ({
      ...project,
      kind: "project",
      parks: project.parks.flatMap((/** @type {string} */ id) => places.filter((/** @type {any} */ park) => park.id === id)),
    }));
  records = { parks: places, projects, contacts };
  return records;
}

/** Return a requirement in words: "Ready plots at least 200 mu". @param {Row} row */
function inWords({ key, way, value, must, weight }) {
  const { label, sort, units = [] } = criteria[key];
  const bare = units.length > 0 ? units[0].name : words[`unit_${sort}`];
  const names = way === "in" ? value.split(".").map((id) => (options[key][id] ?? [id])[0]).join(words.or) : "";
  const figure = /\d\s*$/.test(value) && sort !== "date" ? formatMessage(words.figure, { value: value.trim(), unit: bare }) : value.trim();
  const text = formatMessage(words[`asked_${way}`], { name: label, value: way === "in" ? names : figure });
  return must ? text : formatMessage(words.asked_wish, { text, weight: weight.trim() || WEIGHT });
}

async function render() {
  const mine = ++turn;
  const valid = rows.flatMap((row) => {
    const { requirement } = requirementOf(row, data);
    return requirement ? [{ row, requirement }] : [];
  });
  const some = valid.length > 0;
  const unread = rows.filter((row) => !["empty", undefined].includes(requirementOf(row, data).problem));
  const names = unread.map(({ key }) => criteria[key].label).join(words.separator);
  const skipped = unread.length > 0 ? formatMessage(words.not_compared, { names }) : "";
  find(".require-wait").hidden = some;
  result.hidden = !some;
  if (!some) {
    status.textContent = skipped;
    return;
  }
  const loaded = await load().catch(() => null);
  if (mine !== turn) return;
  find(".require-broken").hidden = loaded !== null;
  result.hidden = loaded === null;
  if (!loaded) return;
  const requirements = valid.map(({ requirement }) => requirement);
  const asked = { requirements, asked: valid.map(({ row }) => inWords(row)), data, contacts: loaded.contacts };
  /** @type {Ranking[]} */
  const rankings = [
    { kind: "park", records: loaded.parks, ranked: rank(loaded.parks, requirements, criteria) },
    { kind: "project", records: loaded.projects, ranked: rank(loaded.projects, requirements, criteria) },
  ];
  for (const ranking of rankings) setChildren(find(`.require-${ranking.kind}s`), ...section(ranking, asked));
  const blocks = questions(rankings, asked);
  find(".require-questions").hidden = blocks.length === 0;
  setChildren(find(".require-asks"), ...blocks);
  table = tableOf(rankings, asked);
  const sentences = rankings.flatMap((ranking) => [counted(ranking), leftOut(ranking, asked)]);
  status.textContent = [skipped, ...sentences].filter(Boolean).join(" ");
}

/** @param {Ranking} ranking */
function counted({ kind, ranked }) {
  const count = (/** @type {string} */ name) => ranked.filter(({ grade }) => grade === name).length;
  return formatMessage(words[`counted_${kind}`], {
    all: ranked.length,
    fits: count("fits"),
    open: count("open"),
    out: count("out"),
  });
}

/** Name the musts that are not asked of a kind, so that its records are not taken to meet them. @param {Ranking} ranking @param {Asked} asked */
function leftOut({ kind }, { requirements, asked }) {
  const names = asked.filter((_, at) => requirements[at].weight === undefined && !isAsked(requirements[at].key, kind));
  return names.length > 0 ? formatMessage(words[`left_out_${kind}`], { names: names.join(words.separator) }) : "";
}

/** @param {string} key @param {"park" | "project"} kind */
const isAsked = (key, kind) => criteria[key].of.includes(kind);

/** @param {Ranking} ranking @param {Asked} asked */
function section(ranking, asked) {
  const { kind, ranked } = ranking;
  const show = wide.matches && asked.requirements.length <= WIDEST ? matrix : cards;
  const inside = ranked.filter(({ grade }) => grade !== "out");
  const outside = ranked.filter(({ grade }) => grade === "out");
  const listed = unfolded.has(kind) ? inside : inside.slice(0, wide.matches ? LISTED : LISTED_NARROW);
  const wishes = asked.requirements.some(({ weight }) => weight !== undefined);
  const order = wishes ? orderChanges(ranking, asked) : [];
  const more = make("button", { type: "button", class: "button" }, formatMessage(words.more, { count: inside.length }));
  more.addEventListener("click", () => {
    unfolded.add(kind);
    render();
  });
  const folded = make("details", { class: "folded" }, make("summary", {}, formatMessage(words.out, { count: outside.length })));
  folded.addEventListener("toggle", () => {
    if (folded.open && folded.childElementCount === 1) folded.append(...show(ranking, outside, asked));
  });
  return [
    ...(listed.length > 0 ? show(ranking, listed, asked) : [make("p", { class: "empty" }, words.none)]),
    ...(listed.length < inside.length ? [make("p", { class: "actions" }, more)] : []),
    ...(wishes && inside.length > 1
      ? [
          make(
            "section",
            { class: "require-order" },
            make("h3", {}, words.order),
            order.length > 0 ? make("ol", {}, order) : make("p", {}, words.stays),
          ),
        ]
      : []),
    ...(outside.length > 0 ? [folded] : []),
  ];
}

/** Write the rows into the address. */
function keep() {
  writeAddress(
    rows.map(({ key, way, value, must, weight }) => [
      must ? "must" : "wish",
      [must ? "" : weight.trim() || WEIGHT, key, way, value.trim()].filter((part) => part !== "").join("-"),
    ]),
  );
}

/** @param {Row[]} next @param {{redraw: boolean, focus?: number}} how */
function changed(next, { redraw, focus }) {
  const active = document.activeElement?.id ?? "";
  rows = next;
  keep();
  if (redraw) {
    showRows(rows, data, changed);
    const wanted = document.getElementById(focus === undefined ? active : `require-${focus}-key`);
    /** @type {HTMLElement} */
    const add = find("[data-action='add']");
    (wanted ?? add).focus();
  }
  render();
}

/** @param {string} name @param {string} value @returns {Row | null} */
function parameter(name, value) {
  if (value.length > LONGEST) return null;
  const match = /^(?:([\d.]+)-)?([a-z_]+)-(least|most|in|has)(?:-(.*))?$/.exec(value);
  if (!match || (name === "must") !== (match[1] === undefined)) return null;
  const [, weight = "", key, way, typed = ""] = match;
  if (!(key in criteria) || !criteria[key].ways.includes(way)) return null;
  const row = { key, way: /** @type {Row["way"]} */ (way), value: typed, must: name === "must", weight };
  const { problem } = requirementOf(row, data);
  return problem && problem !== "empty" ? null : row;
}

function read() {
  /** @type {string[]} */
  const lost = [];
  rows = [];
  for (const [name, value] of readAddress()) {
    const row = PARAMETERS.includes(name) ? parameter(name, value) : null;
    if (row && rows.length < ROWS) rows.push(row);
    else if (!isTrackingParameter(name, value)) lost.push(`${name}=${value}`.slice(0, SHOWN));
  }
  const dropped = find(".require-dropped");
  dropped.hidden = lost.length === 0;
  dropped.textContent = lost.length > 0 ? formatMessage(words.dropped, { names: lost.slice(0, 6).join(words.separator) }) : "";
  showRows(rows, data, changed);
  render();
}

/** Take the rows of a table, and name those that could not be read. @param {string} text */
function take(text) {
  const { rows: taken, mistakes, blank } = readTable(text.slice(0, LARGEST), data);
  const room = ROWS - rows.length;
  const notes = mistakes.map(({ line, text: typed, problem, understood }) =>
    formatMessage(words[understood.length > 0 ? "mistake" : "mistake_bare"], {
      line,
      text: typed.slice(0, SHOWN),
      problem: words[`problem_${problem}`],
      understood: understood.join(words.separator),
    }),
  );
  if (blank > 0) notes.push(formatMessage(words.blank, { count: blank }));
  if (taken.length > room) notes.push(formatMessage(words.too_many, { count: ROWS }));
  setChildren(
    find(".require-read"),
    make("p", {}, formatMessage(words.read, { count: Math.min(taken.length, room), mistakes: mistakes.length })),
    ...(notes.length > 0 ? [make("ul", {}, notes.map((note) => make("li", {}, note)))] : []),
  );
  if (taken.length > 0) changed([...rows, ...taken.slice(0, room)], { redraw: true });
}

/** A table to fill in: every criterion with its comparison and unit, without a value. */
function template() {
  const head = [words.criterion, words.way, words.value, words.unit, words.kind, words.weight];
  const lines = Object.values(criteria).map(({ label, ways, units = [], sort }) => [
    label,
    words[`way_${ways[0]}`],
    "",
    units.length > 0 ? units[0].name : (words[`unit_${sort}`] ?? ""),
    words.must,
    "",
  ]);
  save(words.template_file, csv([head, ...lines]));
}

/** @param {string} name @param {() => void} act */
const on = (name, act) => find(`[data-action='${name}']`).addEventListener("click", act);

find(".require-form").addEventListener("submit", (event) => event.preventDefault());
on("add", () => {
  if (rows.length >= ROWS) return;
  const key = Object.keys(criteria).find((name) => !rows.some((row) => row.key === name)) ?? "sector";
  changed([...rows, { key, way: criteria[key].ways[0], value: "", must: true, weight: "" }], {
    redraw: true,
    focus: rows.length,
  });
});
on("clear", () => changed([], { redraw: true }));
on("read", () => take(/** @type {HTMLTextAreaElement} */ (find(".require-paste")).value));
on("template", template);
on("csv", () => save(words.file, csv(table)));
on("print", () => print());
on("copy", async () => {
  find(".require-copied").textContent = (await copyText(location.href)) ? words.copied : words.not_copied;
});
/** @type {HTMLInputElement} */
const file = find(".require-file");
file.addEventListener("change", () => {
  const [chosen] = file.files ?? [];
  if (!chosen) return;
  const reader = new FileReader();
  reader.addEventListener("load", () => {
    const text = chosen.size > LARGEST ? null : decode(/** @type {ArrayBuffer} */ (reader.result));
    if (text === null) setChildren(find(".require-read"), make("p", {}, words.no_table));
    else take(text);
    file.value = "";
  });
  reader.readAsArrayBuffer(chosen);
});
wide.addEventListener("change", () => render());
addEventListener("popstate", read);
read();
