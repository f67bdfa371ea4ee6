// The cost sheet: figures of a plan give the costs and the support of ten years in each park; the address holds them.
import { isTrackingParameter, readAddress, writeAddress } from "./lib/address.js";
import { copyText } from "./lib/clipboard.js";
import { find, formatMessage, make, readJson, setChildren } from "./lib/dom.js";
import { fraction } from "./lib/fraction.js";
import { today } from "./lib/today.js";
import { costsCard, rowsOf } from "./costs/results.js";
import { sheet } from "./costs/sheet.js";
import { assess } from "./incentives/assess.js";
import { factsOf } from "./incentives/plan.js";
import { copyable, splits, totalSentence, yearly } from "./incentives/total.js";
import { readFigure } from "./matcher/figure_input.js";
import { csv, save } from "./shortlist/csv.js";
import { offerTools } from "./shell/assistants.js";

const CHOICES = ["sector", "type"];
const CUBIC_METRES = { m3: "1", 立方米: "1", 立方: "1", 方: "1", cubicmetres: "1", cubicmeters: "1" };
const TONNES = { t: "1", 吨: "1", tons: "1", tonnes: "1", kg: "1/1000" };
/** The figures: kind of value, the unit that a bare number has, the item whose quantity they are. */
/** @type {Record<string, {sort: string, unit?: string, item?: string, whole?: boolean, bounded?: boolean, factors?: Record<string, string>}>} */
const FIGURES = {
  land: { sort: "area", unit: "mu", item: "land" },
  hall: { sort: "area", unit: "m2", item: "rent" },
  power: { sort: "count", item: "power", factors: { kwh: "1", 度: "1", 度电: "1", 千瓦时: "1", mwh: "1000", gwh: "1000000" } },
  water: { sort: "count", item: "water", factors: { ...CUBIC_METRES, ...TONNES } },
  sewage: { sort: "count", item: "sewage", factors: { ...CUBIC_METRES, ...TONNES } },
  gas: { sort: "count", item: "gas", factors: CUBIC_METRES },
  steam: { sort: "count", item: "steam", factors: TONNES },
  people: { sort: "count", item: "staff", whole: true },
  wage: { sort: "money" },
  investment: { sort: "money" },
  margin: { sort: "share", bounded: true },
};
const FIELDS = [...CHOICES, ...Object.keys(FIGURES)];
const MARGIN = "1/10";
const SHOWN = 40;
const LONGEST = 60;

const data = readJson("#costs-data");
const { words } = data;
/** @type {HTMLFormElement} */
const form = find("form.costs-form");
const result = find(".costs-result");
const status = find(".costs-status");
/** @type {string[][]} */
let table = [];

/** @param {string} name @returns {HTMLInputElement | HTMLSelectElement} */
const field = (name) => find(`[name="${name}"]`, form);

/**
 * Return the figures in base units, and the labels of the fields that cannot be read; each of these says why.
 * @returns {{values: Record<string, string>, unread: string[]}}
 */
function figures() {
  /** @type {Record<string, string>} */
  const values = {};
  const unread = [];
  for (const [name, { unit = "", ...wanted }] of Object.entries(FIGURES)) {
    const box = field(name);
    const { value, problem } = readFigure(box.value, unit, wanted, data.rates);
    box.setAttribute("aria-invalid", String(problem !== ""));
    const typed = box.value.trim().slice(0, SHOWN);
    find(`#costs-${name}-error`).textContent = problem === "" ? "" : formatMessage(words[`problem_${problem}`], { typed });
    if (problem !== "") unread.push(box.labels?.[0].textContent ?? name);
    if (value) values[name] = value;
  }
  return { values, unread };
}

function render() {
  const { values, unread } = figures();
  // A sum without a figure that somebody typed would be too low, and would not say so.
  const notice = find(".costs-unread");
  notice.hidden = unread.length === 0;
  form.classList.toggle("costs-form--unread", unread.length > 0);
  notice.textContent = unread.length > 0 ? formatMessage(words.unread, { names: unread.join(words.separator) }) : "";
  /** @type {Record<string, string>} */
  const quantities = {};
  for (const [name, { item }] of Object.entries(FIGURES))
    if (item && values[name] && fraction(values[name]).n > 0n) quantities[item] = values[name];
  const some = Object.keys(quantities).length > 0;
  result.hidden = !some || unread.length > 0;
  find(".costs-wait").hidden = some || unread.length > 0;
  if (result.hidden) return;
  const day = today(data.zone, data.day);
  const facts = factsOf({
    sector: field("sector").value,
    type: field("type").value,
    investment: values.investment,
    jobs: values.people,
  });
  if (values.hall && data.asked.includes("hall")) facts.hall = values.hall;
  const { certain, possible } = assess(data.package, facts, day);
  setChildren(
    find(".costs-support"),
    copyable(totalSentence(certain, possible, day, data), certain, possible, data.support),
    make("details", { class: "folded" }, make("summary", {}, data.support.split), splits(certain, possible, data)),
  );
  const margin = values.margin ?? MARGIN;
  const [sure, most] = [yearly(certain), yearly(possible)];
  const sector = field("sector").value;
  /** @param {any} park */
  const place = (park) => (sector === "" || park.sectors.includes(sector) ? 0 : 1);
  // Parks of the sector come first; sorting keeps the order of the others.
  const parks = [...data.parks].sort((first, other) => place(first) - place(other));
  const sheets = parks.map((/** @type {any} */ park) => {
    const prices = { ...park.prices, ...(values.wage ? { staff: { least: values.wage, most: values.wage } } : {}) };
    return { park, sheet: sheet(quantities, prices, margin, sure, most), sure, most };
  });
  setChildren(find(".costs-parks"), ...sheets.map((/** @type {any} */ entry) => costsCard(entry, data)));
  table = rowsOf(sheets, data);
  const percent = fraction(margin);
  find(".costs-assumptions").textContent = formatMessage(words.assumptions, {
    margin: String(Number((percent.n * 10_000n) / percent.d) / 100),
  });
}

function read() {
  const lost = [];
  form.reset();
  for (const [name, value] of readAddress()) {
    if (FIELDS.includes(name) && value.length <= LONGEST) {
      const box = field(name);
      box.value = value;
      if (box.value === value) continue;
    }
    if (!isTrackingParameter(name, value)) lost.push(`${name}=${value}`.slice(0, SHOWN));
  }
  const dropped = find(".costs-dropped");
  dropped.hidden = lost.length === 0;
  dropped.textContent =
    lost.length > 0 ? formatMessage(words.dropped, { names: lost.slice(0, 6).join(words.separator) }) : "";
  render();
}

form.addEventListener("input", () => {
  render();
  writeAddress(FIELDS.map((name) => /** @type {[string, string]} */ ([name, field(name).value.trim()])));
});
form.addEventListener("submit", (event) => event.preventDefault());
find("[data-action='copy']").addEventListener("click", async () => {
  status.textContent = (await copyText(location.href)) ? words.copied : words.not_copied;
});
find("[data-action='print']").addEventListener("click", () => print());
find("[data-action='csv']").addEventListener("click", () => save(words.file, csv(table)));
window.addEventListener("popstate", read);
read();
offerTools();
