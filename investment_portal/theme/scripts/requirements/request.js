// Requirements as typed, chosen or read from a table: each becomes something to compare, or a mistake that names it.
import { readFigure } from "../matcher/figure_input.js";
import { fraction, multiply, fractionText } from "../lib/fraction.js";
import { SCALE_WORDS } from "../lib/unit_words.js";
import { rowsOf } from "./csv_file.js";

/** @typedef {import("./verdict.js").Requirement} Requirement */
/** @typedef {import("./verdict.js").Way} Way */
/** @typedef {{name: string, words: string[], factor: string}} Unit */
/** @typedef {{label: string, names: string[], sort: string, ways: Way[], of: string[], group: string, units?: Unit[],
 *   pool?: string, inherited?: boolean}} Criterion */
/** @typedef {{key: string, way: Way, value: string, must: boolean, weight: string}} Row As the form holds it: ids are joined by dots. */
/** @typedef {{criteria: Record<string, Criterion>, options: Record<string, Record<string, string[]>>,
 *   rates: Record<string, string>, words: Record<string, string>}} Register */
/** @typedef {{line: number, text: string, problem: string, understood: string[]}} Mistake */

export const WEIGHT = "3";
const HEAVIEST = 100;
const MONTHS = 12;
const BARE_UNITS = { area: "mu", money: "", share: "" };
/** @type {Record<string, string[]>} */
const COLUMNS = {
  criterion: ["criterion", "requirement", "item", "条件", "指标", "要求", "项目", "需求"],
  operator: ["operator", "comparison", "比较", "比较方式", "运算符", "关系"],
  value: ["value", "limit", "figure", "数值", "值", "要求值", "目标值"],
  unit: ["unit", "单位"],
  kind: ["must|wish", "must/wish", "must or wish", "type", "priority", "kind", "类型", "必须/希望", "必要性", "优先级"],
  weight: ["weight", "权重", "分值"],
};
/** @type {Record<Way, string[]>} */
const WAYS = {
  least: [">=", "=>", "≥", ">", "at least", "min", "minimum", "no less than", "from", "不低于", "不少于", "不小于", "至少", "以上", "大于等于", "大于"],
  most: ["<=", "=<", "≤", "<", "at most", "max", "maximum", "no more than", "within", "up to", "不高于", "不超过", "不大于", "至多", "以内", "以下", "小于等于", "小于"],
  in: ["=", "in", "is", "is one of", "one of", "属于", "为", "是", "等于", "其中之一"],
  has: ["has", "yes", "available", "stated", "有", "具备", "已通"],
};
const MUST = ["must", "must-have", "must have", "required", "mandatory", "必须", "必要", "必备", "硬性", "是"];
const WISH = ["wish", "nice to have", "nice-to-have", "optional", "preferred", "want", "希望", "加分", "优先", "可选", "期望", "否"];

/** @param {string} text */
const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/** Return a text without blanks and brackets, so that "Ready plots (mu)" is "readyplots". @param {string} text */
const bare = (text) =>
  plain(text)
    .replace(/[([（【].*?[)\]）】]/g, "")
    .replace(/[\s_\-:：*]/g, "");

/**
 * Return what a row asks, or the name of what is wrong with it.
 * @param {Row} row
 * @param {Register} register
 * @returns {{requirement?: Requirement, problem?: string}}
 */
export function requirementOf({ key, way, value, must, weight }, register) {
  const criterion = register.criteria[key];
  const heavy = weightOf(weight);
  if (!must && heavy === null) return { problem: "weight" };
  const wish = must ? {} : { weight: heavy ?? WEIGHT };
  if (way === "has") return { requirement: { key, way, ...wish } };
  if (way === "in") {
    const ids = value.split(".").filter((id) => id in (register.options[key] ?? {}));
    return ids.length > 0 ? { requirement: { key, way, ids, ...wish } } : { problem: "empty" };
  }
  if (value.trim() === "") return { problem: "empty" };
  const limit = limitOf(value, criterion, way, register.rates);
  return limit === null ? { problem: "figure" } : { requirement: { key, way, limit, ...wish } };
}

/** @param {string} text @returns {string | null} */
function weightOf(text) {
  const typed = plain(text) || WEIGHT;
  if (!/^\d{1,3}(?:\.\d{1,2})?$/.test(typed)) return null;
  return Number(typed) > 0 && Number(typed) <= HEAVIEST ? typed : null;
}

/**
 * Return a typed limit in base units; null where it cannot be read.
 * @param {string} text
 * @param {Criterion} criterion
 * @param {Way} way
 * @param {Record<string, string>} rates
 * @returns {string | null}
 */
export function limitOf(text, criterion, way, rates) {
  const { sort, units = [] } = criterion;
  if (sort === "date") return dayNumber(text, way);
  if (sort !== "number") {
    const read = readFigure(text, BARE_UNITS[/** @type {"area"} */ (sort)], { sort }, rates);
    // Shares are compared in percent, as records state them.
    return read.value && sort === "share" ? fractionText(multiply(fraction(read.value), fraction("100"))) : read.value || null;
  }
  const match = /^(?:cny|rmb|¥)? ?(\d[\d,]*(?:\.\d+)?) ?(.*)$/.exec(plain(text));
  if (!match || (match[1].includes(",") && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(match[1]))) return null;
  const number = fraction(match[1].split(",").join(""));
  const factor = factorOf(match[2], units, text);
  return factor === null ? null : fractionText(multiply(number, factor));
}

/**
 * Return the factor of what follows a number: a unit, a scale ("万", "million"), or both; null where it is neither.
 * @param {string} typed
 * @param {Unit[]} units
 * @param {string} whole
 */
function factorOf(typed, units, whole) {
  const unit = (/** @type {string} */ text) =>
    text === "" ? units[0] : units.find(({ words }) => words.some((word) => isUnit(word, text, whole)));
  const plain = unit(typed);
  if (plain) return fraction(plain.factor);
  for (const [word, , power] of SCALE_WORDS) {
    const scaled = typed.startsWith(word) ? unit(typed.slice(word.length).trim()) : undefined;
    if (scaled) return multiply(fraction(power), fraction(scaled.factor));
  }
  return null;
}

/** @param {string} word @param {string} typed @param {string} whole */
function isUnit(word, typed, whole) {
  const [known, given] = [word, typed].map((text) => plain(text).replace(/[\s·]/g, "").replace(/^(?:cny|元)/, "元"));
  const currency = /^\s*(?:cny|rmb|¥)/i.test(whole) ? `元${given}` : given;
  return known === given || known === currency;
}

/**
 * Return the number of a day: of a month or a year the last day where it is a latest one, else the first.
 * @param {string} text
 * @param {Way} way
 */
function dayNumber(text, way) {
  const match = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(plain(text));
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if (year === null || (month !== null && (month < 1 || month > MONTHS))) return null;
  const last = way === "most";
  const date = day
    ? new Date(Date.UTC(year, (month ?? 1) - 1, day))
    : new Date(Date.UTC(year, last ? (month ?? MONTHS) : (month ?? 1) - 1, last ? 0 : 1));
  if (day && date.getUTCDate() !== day) return null;
  return String(Math.round(date.getTime() / DAY) + EPOCH);
}

const DAY = 86_400_000;
/** The number of 1 January 1970 among the days since 1 January of the year 1. */
const EPOCH = 719_163;

/**
 * Read a table of requirements; every row that cannot be read is named with what was understood of it.
 * @param {string} text
 * @param {Register} register
 * @returns {{rows: Row[], mistakes: Mistake[], blank: number}} `blank` rows of a template have no value
 */
export function readTable(text, register) {
  const table = rowsOf(text);
  /** @type {{rows: Row[], mistakes: Mistake[], blank: number}} */
  const result = { rows: [], mistakes: [], blank: 0 };
  if (table.length === 0) return result;
  const head = headOf(table[0].cells);
  if (head) table.shift();
  const columns = head ?? ["criterion", "operator", "value", "unit", "kind", "weight"];
  for (const { line, cells } of table) {
    /** @type {Record<string, string>} */
    const named = {};
    columns.forEach((name, at) => {
      if (name !== "" && !named[name]) named[name] = cells[at] ?? "";
    });
    const read = readRow(named, register, head === null);
    if (read === null) result.blank += 1;
    else if ("row" in read) result.rows.push(read.row);
    else result.mistakes.push({ line, text: cells.filter((cell) => cell !== "").join(" "), ...read });
  }
  return result;
}

/** @param {string[]} cells @returns {string[] | null} the column of each cell; null where it is no header */
function headOf(cells) {
  const columns = cells.map((cell) => {
    const typed = bare(cell);
    return Object.keys(COLUMNS).find((name) => COLUMNS[name].some((word) => bare(word) === typed)) ?? "";
  });
  return columns.includes("criterion") && columns.includes("value") ? columns : null;
}

/**
 * @param {Record<string, string>} cells by column
 * @param {Register} register
 * @param {boolean} headless
 * @returns {{row: Row} | {problem: string, understood: string[]} | null} null for a row without a value
 */
function readRow(cells, register, headless) {
  const { criteria, options } = register;
  const { criterion: name = "", operator = "", unit = "", kind = "", weight = "" } = cells;
  let { value = "" } = cells;
  /** @type {string[]} */
  const understood = [];
  const key = criterionOf(name, criteria);
  if (key === null) return { problem: headless ? "head" : "criterion", understood };
  const criterion = criteria[key];
  understood.push(criterion.label);
  let way = operator === "" ? null : wayOf(operator);
  if (operator !== "" && way === null) return { problem: "operator", understood };
  // ">= 30" in the cell of the value says how to compare as well.
  const signed = operator === "" ? /^(>=|<=|=>|=<|[≥≤<>=])\s*(.+)$/.exec(value.normalize("NFKC").trim()) : null;
  if (signed) [way, value] = [wayOf(signed[1]), signed[2]];
  if (value === "" && way !== "has") return null;
  // A value of "yes" asks that something is there.
  if (way === null && criterion.ways.includes("has") && WAYS.has.includes(plain(value))) way = "has";
  way = way ?? criterion.ways[0];
  if (way === "in" && !criterion.ways.includes("in")) return { problem: "exact", understood };
  if (!criterion.ways.includes(way)) return { problem: "way", understood };
  understood.push(register.words[`way_${way}`]);
  const must = kindOf(kind, weight);
  if (must === null) return { problem: "kind", understood };
  if (way === "in") {
    const ids = idsOf(value, options[key] ?? {});
    if (ids === null) return { problem: "option", understood };
    value = ids.join(".");
  } else if (way === "has") value = "";
  else if (unit !== "") value = `${value} ${unit}`;
  /** @type {Row} */
  const row = { key, way, value, must, weight: must ? "" : plain(weight) };
  const { problem } = requirementOf(row, register);
  return problem ? { problem, understood } : { row };
}

/** @param {string} name @param {Record<string, Criterion>} criteria */
function criterionOf(name, criteria) {
  const typed = bare(name);
  if (typed === "") return null;
  const keys = Object.keys(criteria).filter((key) =>
    [key, criteria[key].label, ...criteria[key].names].some((known) => bare(known) === typed),
  );
  return keys.length === 1 ? keys[0] : null;
}

/** @param {string} text @returns {Way | null} */
function wayOf(text) {
  const typed = plain(text);
  return /** @type {Way[]} */ (Object.keys(WAYS)).find((way) => way === typed || WAYS[way].includes(typed)) ?? null;
}

/**
 * Return whether a row is a must; without a word it is a wish where it has a weight.
 * @param {string} text
 * @param {string} weight
 * @returns {boolean | null} null where the word is not known
 */
function kindOf(text, weight) {
  const typed = plain(text);
  if (typed === "") return weight.trim() === "";
  if (MUST.includes(typed)) return true;
  return WISH.includes(typed) ? false : null;
}

/**
 * Return the ids of options that are named in either language; null where a name is not known.
 * @param {string} text
 * @param {Record<string, string[]>} options
 * @returns {string[] | null}
 */
function idsOf(text, options) {
  const known = (/** @type {string} */ part) =>
    Object.keys(options).find((id) => [id, ...options[id]].some((name) => bare(name) === bare(part)));
  const whole = known(text);
  if (whole !== undefined) return [whole];
  const ids = text
    .split(/[、,，;；|/]| or |或/i)
    .filter((part) => bare(part) !== "")
    .map(known);
  return ids.length > 0 && ids.every((id) => id !== undefined) ? /** @type {string[]} */ (ids) : null;
}
