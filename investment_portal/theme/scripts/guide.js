// The guide: answers lead to projects, incentives, parks with prices, steps and contacts; the address holds the answers.
import { isTrackingParameter, readAddress, writeAddress } from "./lib/address.js";
import { copyText } from "./lib/clipboard.js";
import { find, formatMessage, readJson, setChildren } from "./lib/dom.js";
import { loadData } from "./lib/data_script.js";
import { pageAddress } from "./lib/page_address.js";
import { today } from "./lib/today.js";
import { contacts, parks, projects, incentives } from "./guide/results.js";
import { assess } from "./incentives/assess.js";
import { addressOf, factsOf } from "./incentives/plan.js";
import { readFigure } from "./matcher/figure_input.js";

const FIELDS = ["sector", "type", "plan", "place", "people", "spend", "start", "from"];
const SHOWN = 40;
const LONGEST = 60;

const data = readJson("#guide-data");
const { words } = data;
/** @type {HTMLFormElement} */
const form = find(".guide-form");
const result = find(".guide-result");
const dropped = find(".guide-dropped");
const status = find(".guide-status");
/** @type {import("./projects/index.js").Index | null} */
let index = null;

/** @param {string} name @returns {HTMLInputElement | HTMLSelectElement} */
const field = (name) => find(`[name="${name}"]`, form);
const answers = () => Object.fromEntries(FIELDS.map((name) => [name, field(name).value.trim()]));

/** Return the answers as facts for the engines; invalid figures count as not stated. @returns {Record<string, string>} */
function stated() {
  const values = answers();
  const spend = readFigure(values.spend, "", { sort: "money" }, data.rates);
  const people = readFigure(values.people, "", { sort: "count", whole: true }, data.rates);
  for (const [name, typed] of /** @type {const} */ ([
    ["spend", spend],
    ["people", people],
  ])) {
    field(name).setAttribute("aria-invalid", String(typed.problem !== ""));
    find(`#guide-${name}-error`).textContent = typed.problem === "" ? "" : words.no_figure;
  }
  return { ...values, spend: spend.value, people: people.value };
}

function render() {
  const values = stated();
  result.hidden = values.sector === "";
  find(".guide-wait").hidden = values.sector !== "";
  if (values.sector === "") return;
  const facts = factsOf({
    sector: values.sector,
    type: values.type,
    investment: values.spend,
    jobs: values.people,
    foreign: data.foreign[values.from],
  });
  const day = today(data.zone, data.day);
  const matches = index ? projects(index, values, data) : { rows: [], all: 0, nearest: false };
  const ids = matches.rows.map(({ id }) => id);
  find(".guide-heading", result).textContent = formatMessage(words.heading, {
    sector: optionOf("sector"),
    plan: optionOf("plan"),
  });
  setChildren(find(".guide-projects", result), ...matches.rows.map(({ node }) => node));
  find(".guide-projects-note", result).textContent = index === null ? "" : noteOn(matches);
  setChildren(
    find(".guide-incentives", result),
    ...incentives(assess(data.package, facts, day), day, data),
  );
  setChildren(find(".guide-parks", result), ...parks(values, data));
  find(".guide-start", result).textContent = values.start
    ? formatMessage(words.start, { month: monthOf(values.start) })
    : "";
  setChildren(find(".guide-contacts", result), ...contacts(values, data));
  link(".guide-all", `${data.projects}`, [["sector", values.sector]]);
  linkToCosts();
  link(".guide-enquire", data.enquiry, [["ids", ids.join(",")]]);
  link(".guide-shortlist", data.shortlist, [["ids", ids.join(",")]]);
  /** @type {HTMLAnchorElement} */ (find(".guide-match", result)).href =
    `${pageAddress(data.matcher)}#${new URLSearchParams(addressOf(facts, data.asked))}`;
}

/** @param {{all: number, nearest: boolean}} matches */
function noteOn({ all, nearest }) {
  if (all === 0) return words.no_project;
  return nearest ? words.near : formatMessage(words.projects, { count: all });
}

/** Lead to the cost sheet with the answers, where the menu has one: a portal need not have that page. */
function linkToCosts() {
  const page = document.querySelector("nav a[href$='/costs/'], nav a[href$='/costs/index.html']")?.getAttribute("href");
  if (!page) return;
  const { sector, type, people, spend } = answers();
  const plan = Object.entries({ sector, type, people, investment: spend });
  link(".guide-sheet", page.replace("index.html", ""), plan);
  /** @type {HTMLElement} */ (find(".guide-sheet", result).parentElement).hidden = false;
}

/** @param {string} selector @param {string} page @param {[string, string][]} parameters */
function link(selector, page, parameters) {
  /** @type {HTMLAnchorElement} */ (find(selector, result)).href = pageAddress(page, parameters);
}

/** Format a month: "2027年3月", "March 2027". @param {string} month "2027-03" */
function monthOf(month) {
  const written = new Intl.DateTimeFormat(data.language === "zh" ? "zh-CN" : "en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return written.format(new Date(`${month}-01`));
}

/** @param {string} name */
function optionOf(name) {
  const box = field(name);
  return box instanceof HTMLSelectElement && box.value ? box.selectedOptions[0].text : words.undecided;
}

function read() {
  const address = readAddress();
  const lost = [];
  form.reset();
  for (const [name, value] of address) {
    if (FIELDS.includes(name) && take(name, value)) continue;
    if (!isTrackingParameter(name, value)) lost.push(`${name}=${value}`.slice(0, SHOWN));
  }
  dropped.hidden = lost.length === 0;
  dropped.textContent =
    lost.length > 0 ? formatMessage(words.dropped, { names: lost.slice(0, 6).join(words.separator) }) : "";
  render();
}

/** Fill a field from the address; return whether it accepts the value. @param {string} name @param {string} value */
function take(name, value) {
  const box = field(name);
  if (value.length > LONGEST || (box.type === "month" && !/^\d{4}-\d{2}$/.test(value))) return false;
  box.value = value;
  return box.value === value;
}

form.addEventListener("input", () => {
  render();
  writeAddress(Object.entries(answers()));
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!result.hidden) find(".guide-heading", result).focus();
});
find("[data-action='copy']").addEventListener("click", async () => {
  status.textContent = (await copyText(location.href)) ? words.copied : words.not_copied;
});
find("[data-action='print']").addEventListener("click", () => print());
window.addEventListener("popstate", read);
loadData(data.index, data.name).then(
  (loaded) => {
    index = loaded;
    render();
  },
  () => {
    find(".guide-projects-note", result).textContent = words.failed;
  },
);
read();
