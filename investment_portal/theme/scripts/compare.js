// The comparison of two to five projects: those in the address, else the first of the shortlist.
import { readAddress, writeAddress } from "./lib/address.js";
import { find, formatMessage, make, readJson, setChildren } from "./lib/dom.js";
import { pageAddress } from "./lib/page_address.js";
import { showToast } from "./lib/toast.js";
import { csv, save } from "./shortlist/csv.js";
import { formatNames, readIds } from "./shortlist/ids.js";
import { shortlist } from "./shortlist/storage.js";
import { findProjects } from "./shortlist/records.js";
import { comparisonTable, compareLines } from "./compare/table.js";
import { offerTools } from "./shell/assistants.js";

/** @typedef {import("./shortlist/records.js").Selected} Selected */

const LIMIT = 5;
const ONLY = "differences";

/** @type {import("./shortlist/records.js").SelectionData} */
const data = readJson(".selection-data");
const { words, at, language } = data;
const place = find(".selection");
let turn = 0;

/**
 * Show the projects that the address names.
 * @param {boolean} fresh - true on arrival: without ids in the address the shortlist is shown
 */
async function show(fresh = false) {
  const mine = ++turn;
  const address = readAddress();
  const requested = readIds(address.get("ids") ?? "");
  const ids =
    requested.ids.length || requested.dropped.length || !fresh
      ? requested.ids
      : shortlist()
          .slice(0, LIMIT)
          .map((entry) => entry.id);
  const [compared, over] = [ids.slice(0, LIMIT), ids.slice(LIMIT)];
  const { projects, unknown, failed } = await findProjects(compared, data);
  const others = (await findProjects(over.slice(0, LIMIT), data)).projects.map(({ project }) => project.name);
  const stored = (
    await findProjects(
      shortlist()
        .map((entry) => entry.id)
        .filter((id) => !projects.some((project) => project.id === id)),
      data,
    )
  ).projects;
  if (mine !== turn) return;
  const names = (/** @type {string[]} */ all) =>
    formatNames(all, language, (first, count) => formatMessage(words.more, { names: first, count }));
  const dropped = [...unknown, ...requested.dropped];
  const notes = [
    dropped.length && formatMessage(words.dropped, { names: names(dropped) }),
    over.length && formatMessage(words.over, { names: names([...others, ...over.slice(others.length)]) }),
    failed.length && formatMessage(words.broken, { names: names(failed) }),
  ];
  const only = address.get("only") === ONLY;
  // Ids from the shortlist are written into the address, so that it can be copied.
  if (fresh && !requested.ids.length && projects.length) writeAddress(state(projects, only));
  setChildren(
    place,
    ...notes.filter((note) => typeof note === "string").map((note) => make("p", { class: "notice" }, note)),
    ...(projects.length < 2 ? tooFew(projects, stored, only) : comparison(projects, stored, only)),
  );
}

/**
 * @param {Selected[]} projects
 * @param {Selected[]} stored
 * @param {boolean} only
 * @returns {HTMLElement[]}
 */
function tooFew(projects, stored, only) {
  const message = projects.length ? formatMessage(words.one, { name: projects[0].project.name }) : words.few;
  return [
    make("p", { class: "empty" }, message),
    ...addButtons(projects, stored, only),
    make("p", { class: "actions" }, make("a", { class: "button", href: pageAddress(at.projects) }, words.to_projects)),
  ];
}

/**
 * @param {Selected[]} projects
 * @param {Selected[]} stored
 * @param {boolean} only
 * @returns {HTMLElement[]}
 */
function comparison(projects, stored, only) {
  const groups = compareLines(projects, data);
  const lines = groups.flatMap((group) => group.lines);
  const message = formatMessage(words.summary, {
    count: projects.length,
    lines: lines.filter((line) => line.differs).length,
    all: lines.length,
  });
  const box = make("input", { type: "checkbox", id: "compare-only", checked: only });
  box.addEventListener("change", () => void go(projects, box.checked, "#compare-only"));
  const ids = projects.map((project) => project.id).join(",");
  const shown = only
    ? groups
        .map((group) => ({ ...group, lines: group.lines.filter((line) => line.differs) }))
        .filter((group) => group.lines.length)
    : groups;
  return [
    make("p", { class: "compare-summary", role: "status" }, message),
    make(
      "div",
      { class: "compare-bar" },
      make("label", { for: "compare-only" }, box, words.only),
      make(
        "button",
        { type: "button", class: "button", "data-share": true, "data-copied": words.copied, "data-copy": words.copy },
        words.share,
      ),
      saveButton(projects, shown),
      make("button", { type: "button", class: "button", "data-print": true }, words.print),
      make("a", { class: "button", href: pageAddress(at.shortlist) }, words.to_list),
      make("a", { class: "button", href: pageAddress(at.enquiry, [["ids", ids]]) }, words.enquire),
    ),
    comparisonTable(projects, data, shown, (id) => {
      const removed = projects.find((project) => project.id === id);
      void go(
        projects.filter((project) => project.id !== id),
        only,
        ".comparison-remove, .compare-add, .actions a",
      );
      showToast(formatMessage(words.removed, { name: removed?.project.name ?? id }));
    }),
    make("p", { class: "block-note" }, words.note),
    ...(projects.length < LIMIT ? addButtons(projects, stored, only) : []),
  ];
}

/**
 * Return the button that saves the comparison as it is shown: a row for each line, a column for each project.
 * @param {Selected[]} projects
 * @param {ReturnType<typeof compareLines>} groups
 */
function saveButton(projects, groups) {
  const button = make("button", { type: "button", class: "button" }, words.csv);
  const plain = (/** @type {string} */ text) => text.split("\u00a0").join(" ");
  button.addEventListener("click", () => {
    const rows = groups.flatMap(({ lines }) =>
      lines.map(({ line }) => [line.label, ...projects.map(({ project }) => plain(project.values[line.key] ?? ""))]),
    );
    const contacts = [words.contact, ...projects.map(({ project }) => project.contact?.name ?? "")];
    const head = [words.line, ...projects.map(({ project }) => project.name)];
    save(`${words.file}.csv`, csv([head, ...rows, contacts]));
  });
  return button;
}

/**
 * @param {Selected[]} projects
 * @param {Selected[]} stored
 * @param {boolean} only
 * @returns {HTMLElement[]}
 */
function addButtons(projects, stored, only) {
  if (!stored.length) return [];
  const buttons = stored.map((project) => {
    const button = make(
      "button",
      { type: "button", class: "compare-add", "aria-label": formatMessage(words.add, { name: project.project.name }) },
      `+ ${project.project.name}`,
    );
    button.addEventListener("click", () => void go([...projects, project], only, ".compare-add, .comparison-remove"));
    return make("li", {}, button);
  });
  return [make("h2", {}, words.from_list), make("ul", { class: "compare-shortlisted" }, buttons)];
}

/**
 * Write the choice into the address as a history entry, show it, and restore the focus.
 * @param {Selected[]} projects
 * @param {boolean} only
 * @param {string} focus
 */
async function go(projects, only, focus) {
  writeAddress(state(projects, only), { step: true });
  await show();
  /** @type {HTMLElement | null} */ (place.querySelector(focus))?.focus();
}

/**
 * @param {Selected[]} projects
 * @param {boolean} only
 * @returns {[string, string][]}
 */
function state(projects, only) {
  return [
    ["ids", projects.map((project) => project.id).join(",")],
    ["only", only ? ONLY : ""],
  ];
}

addEventListener("popstate", () => void show());
void show(true);
offerTools();
