// Figures with their units as terms: "736亿", "73.6 billion" and "CNY 73,600 million" are one sum.

/** @typedef {{kind: string, factor: number}} UnitMeaning */

/** Units in the order of their length; the factor leads to yuan, square metres or the unit's own base. */
const UNITS = /** @type {Record<string, UnitMeaning>} */ ({
  万平方米: { kind: "area", factor: 1e4 },
  平方公里: { kind: "area", factor: 1e6 },
  平方米: { kind: "area", factor: 1 },
  公顷: { kind: "area", factor: 1e4 },
  英亩: { kind: "acre", factor: 1 },
  亩: { kind: "area", factor: 10000 / 15 },
  亿美元: { kind: "dollar", factor: 1e8 },
  万美元: { kind: "dollar", factor: 1e4 },
  亿元: { kind: "money", factor: 1e8 },
  万元: { kind: "money", factor: 1e4 },
  亿: { kind: "money", factor: 1e8 },
  万: { kind: "money", factor: 1e4 },
  billion: { kind: "money", factor: 1e9 },
  million: { kind: "money", factor: 1e6 },
  bn: { kind: "money", factor: 1e9 },
  hectares: { kind: "area", factor: 1e4 },
  hectare: { kind: "area", factor: 1e4 },
  ha: { kind: "area", factor: 1e4 },
  acres: { kind: "acre", factor: 1 },
  acre: { kind: "acre", factor: 1 },
  mu: { kind: "area", factor: 10000 / 15 },
  sqm: { kind: "area", factor: 1 },
  m2: { kind: "area", factor: 1 },
  km2: { kind: "area", factor: 1e6 },
  千伏: { kind: "kv", factor: 1 },
  kv: { kind: "kv", factor: 1 },
  兆瓦: { kind: "mw", factor: 1 },
  mw: { kind: "mw", factor: 1 },
  公里: { kind: "km", factor: 1 },
  km: { kind: "km", factor: 1 },
  吨: { kind: "t", factor: 1 },
  "%": { kind: "percent", factor: 1 },
});

/** How a figure of each kind may be written: the unit, its factor, whether a space stands before it. */
const WRITTEN = /** @type {Record<string, [string, number][]>} */ ({
  money: [
    ["亿", 1e8],
    ["万", 1e4],
    [" billion", 1e9],
    [" million", 1e6],
  ],
  dollar: [
    ["亿美元", 1e8],
    ["万美元", 1e4],
    [" billion", 1e9],
    [" million", 1e6],
  ],
  area: [
    ["亩", 10000 / 15],
    ["公顷", 1e4],
    ["平方米", 1],
    ["万平方米", 1e4],
    ["平方公里", 1e6],
    [" mu", 10000 / 15],
    [" ha", 1e4],
    [" hectares", 1e4],
    [" m2", 1],
    [" km2", 1e6],
  ],
  acre: [
    ["英亩", 1],
    [" acres", 1],
    [" acre", 1],
  ],
  kv: [
    ["千伏", 1],
    [" kv", 1],
    ["kv", 1],
  ],
  mw: [
    ["兆瓦", 1],
    [" mw", 1],
    ["mw", 1],
  ],
  km: [
    ["公里", 1],
    [" km", 1],
    ["km", 1],
  ],
  t: [
    ["吨", 1],
    [" t", 1],
  ],
  percent: [
    ["%", 1],
    [" per cent", 1],
  ],
});

const CURRENCY = "(?:cny|rmb|usd|us\\$|\\$|¥|人民币|美元)";
const NAMES = Object.keys(UNITS)
  .sort((first, second) => second.length - first.length)
  .join("|");
const FIGURE = new RegExp(
  `(^|[^\\d.a-z])(${CURRENCY})?\\s*(\\d[\\d,]*(?:\\.\\d+)?)\\s*(${NAMES})(?![a-z])(?:元|美元|地)?`,
  "g",
);
const BARE = /^\d[\d,]*(?:\.\d+)?$/;
const LEAST_SUM = 100,
  YEARS = [1900, 2099];
const SQUARE_METRES_PER_ACRE = 4046.86;

/**
 * @typedef {object} Figure
 * @property {string} text as it was typed
 * @property {string[]} written normalized ways in which a text may write it
 * @property {number | null} squareMetres of an area
 */

/**
 * Split the figures with units off a folded query.
 * @param {string} typed
 * @returns {{rest: string, figures: Figure[]}}
 */
export function splitFigures(typed) {
  /** @type {Figure[]} */
  const figures = [];
  const rest = typed.replace(FIGURE, (whole, before, currency, number, unit) => {
    const { kind, factor } = UNITS[unit];
    const foreign = kind === "money" && /usd|\$|美元/.test(currency ?? "");
    const value = Number(number.replace(/,/g, "")) * factor;
    const metres = kind === "area" ? value : kind === "acre" ? value * SQUARE_METRES_PER_ACRE : null;
    figures.push({
      text: whole.slice(before.length).trim(),
      written: writtenAs(value, foreign ? "dollar" : kind),
      squareMetres: metres,
    });
    return `${before} `;
  });
  return { rest, figures };
}

/**
 * Return the ways in which a bare number may be written: a large one may be a sum in 亿元.
 * @param {string} token
 * @returns {string[] | null}
 */
export function bareFigure(token) {
  if (!BARE.test(token)) return null;
  const number = token.replace(/,/g, "");
  const value = Number(number);
  const isYear = number.length === 4 && value >= YEARS[0] && value <= YEARS[1];
  return value >= LEAST_SUM && !isYear ? [number, ...writtenAs(value * 1e8, "money")] : [number];
}

/** @param {number} value @param {string} kind */
function writtenAs(value, kind) {
  const ways = WRITTEN[kind].map(([unit, factor]) => {
    const number = Math.round((value / factor) * 1e6) / 1e6;
    return number >= 0.01 && Math.abs(number * factor - value) < 1e-6 * value ? `${number}${unit}` : "";
  });
  return ways.filter((way) => /^\d+(?:\.\d{1,4})?\D/.test(way));
}
