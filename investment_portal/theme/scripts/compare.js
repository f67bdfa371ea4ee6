// The comparison of two to five projects: those in the address, else the first of the shortlist.
import { readAddress, writeAddress } from "./lib/address.js";
import { readJson, find, make, formatMessage } from "./lib/dom.js";
import { pageAddress } from "./lib/page_address.js";
import { showToast } from "./lib/toast.js";
import { listed, readIds } from "./shortlist/ids.js";
import { shortlist } from "./shortlist/storage.js";
import { findProjects } from "./shortlist/records.js";
import { drawn, weigh } from "./compare/table.js";

/** @typedef {import("./shortlist/records.js").Found} Found */

const MOST = 5;
const ONLY = "differences";

/** @type {import("./shortlist/records.js").Given} */
const given = readJson(".selection-data");
const { words, at, language } = given;
const place = find(".selection");
let turn = 0;

/**
 * Show the projects that the address names.
 * @param {boolean} fresh - true on arrival: without ids in the address the shortlist is shown
 */
async function show(fresh = false) {
  const mine = ++turn;
  const address = readAddress();
  const asked = readIds(address.get("ids") ?? "");
  const ids =
    asked.ids.length || asked.dropped.length || !fresh
      ? asked.ids
      : shortlist()
          .slice(0, MOST)
          .map((one) => one.id);
  const [near, over] = [ids.slice(0, MOST), ids.slice(MOST)];
  const { found, lost, missed } = await findProjects(near, given);
  const others = (await findProjects(over.slice(0, MOST), given)).found.map(({ project }) => project.name);
  const kept = (
    await findProjects(
      shortlist()
        .map((one) => one.id)
        .filter((id) => !found.some((one) => one.id === id)),
      given,
    )
  ).found;
  if (mine !== turn) return;
  const names = (/** @type {string[]} */ all) =>
    listed(all, language, (first, count) => formatMessage(words.more, { names: first, count }));
  const notes = [
    [...lost, ...asked.dropped].length && formatMessage(words.dropped, { names: names([...lost, ...asked.dropped]) }),
    over.length && formatMessage(words.over, { names: names([...others, ...over.slice(others.length)]) }),
    missed.length && formatMessage(words.broken, { names: names(missed) }),
  ];
  const only = address.get("only") === ONLY;
  // Ids from the shortlist are written into the address, so that it can be copied.
  if (fresh && !asked.ids.length && found.length) writeAddress(state(found, only));
  place.replaceChildren(
    ...notes.filter((one) => typeof one === "string").map((one) => make("p", { class: "notice" }, one)),
    ...(found.length < 2 ? choosing(found, kept, only) : comparing(found, kept, only)),
  );
}

/**
 * @param {Found[]} found
 * @param {Found[]} kept
 * @param {boolean} only
 * @returns {HTMLElement[]}
 */
function choosing(found, kept, only) {
  const said = found.length ? formatMessage(words.one, { name: found[0].project.name }) : words.few;
  return [
    make("p", { class: "empty" }, said),
    ...adding(found, kept, only),
    make("p", { class: "actions" }, make("a", { class: "button", href: pageAddress(at.projects) }, words.to_projects)),
  ];
}

/**
 * @param {Found[]} found
 * @param {Found[]} kept
 * @param {boolean} only
 * @returns {HTMLElement[]}
 */
function comparing(found, kept, only) {
  const groups = weigh(found, given);
  const lines = groups.flatMap((group) => group.lines);
  const said = formatMessage(words.summary, {
    count: found.length,
    lines: lines.filter((one) => one.differs).length,
    all: lines.length,
  });
  const box = make("input", { type: "checkbox", id: "compare-only", checked: only });
  box.addEventListener("change", () => void go(found, box.checked, "#compare-only"));
  const ids = found.map((one) => one.id).join(",");
  const shown = only
    ? groups
        .map((group) => ({ ...group, lines: group.lines.filter((one) => one.differs) }))
        .filter((group) => group.lines.length)
    : groups;
  return [
    make("p", { class: "compare-summary", role: "status" }, said),
    make(
      "div",
      { class: "compare-bar" },
      make("label", { for: "compare-only" }, box, words.only),
      make(
        "button",
        { type: "button", class: "button", "data-share": true, "data-copied": words.copied, "data-copy": words.copy },
        words.share,
      ),
      make("a", { class: "button", href: pageAddress(at.shortlist) }, words.to_list),
      make("a", { class: "button", href: pageAddress(at.enquiry, [["ids", ids]]) }, words.enquire),
    ),
    drawn(found, given, shown, (id) => {
      const gone = found.find((one) => one.id === id);
      void go(
        found.filter((one) => one.id !== id),
        only,
        ".comparison-remove, .compare-add, .actions a",
      );
      showToast(formatMessage(words.removed, { name: gone?.project.name ?? id }));
    }),
    make("p", { class: "block-note" }, words.note),
    ...(found.length < MOST ? adding(found, kept, only) : []),
  ];
}

/**
 * @param {Found[]} found
 * @param {Found[]} kept
 * @param {boolean} only
 * @returns {HTMLElement[]}
 */
function adding(found, kept, only) {
  if (!kept.length) return [];
  const buttons = kept.map((one) => {
    const button = make(
      "button",
      { type: "button", class: "compare-add", "aria-label": formatMessage(words.add, { name: one.project.name }) },
      `+ ${one.project.name}`,
    );
    button.addEventListener("click", () => void go([...found, one], only, ".compare-add, .comparison-remove"));
    return make("li", {}, button);
  });
  return [make("h2", {}, words.from_list), make("ul", { class: "compare-shortlisted" }, buttons)];
}

/**
 * Write the choice into the address as a history entry, show it, and restore the focus.
 * @param {Found[]} found
 * @param {boolean} only
 * @param {string} focus
 */
async function go(found, only, focus) {
  writeAddress(state(found, only), { step: true });
  await show();
  /** @type {HTMLElement | null} */ (place.querySelector(focus))?.focus();
}

/**
 * @param {Found[]} found
 * @param {boolean} only
 * @returns {[string, string][]}
 */
function state(found, only) {
  return [
    ["ids", found.map((one) => one.id).join(",")],
    ["only", only ? ONLY : ""],
  ];
}

addEventListener("popstate", () => void show());
void show(true);
