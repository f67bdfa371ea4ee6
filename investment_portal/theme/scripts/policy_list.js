// The list of policies: facets filter the cards; the address holds the choice, and the back button undoes it.
import { readAddress, writeAddress } from "./lib/address.js";
import { find, formatMessage, make, readJson, setChildren } from "./lib/dom.js";
import { chosenIn, countOf, fits, without } from "./policies/filter.js";

/** @typedef {import("./policies/filter.js").Values} Values */

/** @type {{policies: Values[], words: Record<string, string>}} */
const { policies, words } = readJson("#policy-list-data");
const library = find(".policy-list");
/** @type {HTMLFormElement} */
const form = find(".facets", library);
const summary = find(".policy-list-summary", library);
const chips = find(".policy-list-state .chips", library);
const empty = find(".policy-list-empty", library);
const initialSummary = summary.textContent;
const boxes = /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll("input")]);
const folds = /** @type {HTMLDetailsElement[]} */ ([...form.querySelectorAll("details")]);
const cards = /** @type {HTMLElement[]} */ ([...library.querySelectorAll(".card")]);
const groups = /** @type {HTMLElement[]} */ ([...library.querySelectorAll("section.block")]);

/** @type {Values} */
const known = {};
for (const box of boxes) known[box.name] = [...(known[box.name] ?? []), box.value];

/** @returns {Values} */
function chosen() {
  return Object.fromEntries(
    Object.keys(known).map((facet) => [
      facet,
      boxes.filter((box) => box.name === facet && box.checked).map((box) => box.value),
    ]),
  );
}

/** @param {HTMLInputElement} box */
function nameOf(box) {
  return box.nextElementSibling?.textContent ?? box.value;
}

/** @param {Values} choice */
function choose(choice) {
  for (const box of boxes) box.checked = (choice[box.name] ?? []).includes(box.value);
  show();
}

function show() {
  const choice = chosen();
  const fitting = policies.map((policy) => fits(policy, choice));
  cards.forEach((card, place) => (card.hidden = !fitting[place]));
  for (const group of groups) group.hidden = !group.querySelector(".card:not([hidden])");
  for (const box of boxes) {
    const count = countOf(policies, choice, box.name, box.value);
    find(".facet-count", /** @type {HTMLElement} */ (box.parentElement)).textContent = String(count);
    box.disabled = count === 0 && !box.checked;
  }
  for (const fold of folds) {
    const count = fold.querySelectorAll("input:checked").length;
    find(".facet-chosen", fold).textContent = count ? String(count) : "";
  }
  const checked = boxes.filter((box) => box.checked);
  const count = fitting.filter(Boolean).length;
  const valid = policies.filter((policy, place) => fitting[place] && policy.validity?.includes("in_force")).length;
  summary.textContent = checked.length
    ? formatMessage(count === 1 ? words.found_one : words.found, { count, valid })
    : initialSummary;
  setChildren(chips, ...checked.map(chip), ...(checked.length ? [clearButton()] : []));
  empty.hidden = count > 0;
  setChildren(find(".chips", empty), ...(count ? [] : [...checked.flatMap(suggestion), clearButton()]));
}

/** @param {HTMLInputElement} box */
function chip(box) {
  const name = nameOf(box);
  const button = make(
    "button",
    { type: "button", class: "chip", "aria-label": formatMessage(words.remove, { value: name }) },
    name,
    make("span", { "aria-hidden": "true" }, "×"),
  );
  button.addEventListener("click", () => change(without(chosen(), box.name, box.value), true));
  return make("li", {}, button);
}

/**
 * Offer to remove a value, if that leaves any policies.
 * @param {HTMLInputElement} box
 */
function suggestion(box) {
  const choice = without(chosen(), box.name, box.value);
  const count = policies.filter((policy) => fits(policy, choice)).length;
  if (count === 0) return [];
  const button = make(
    "button",
    { type: "button", class: "chip" },
    formatMessage(words.without, { value: nameOf(box), count }),
  );
  button.addEventListener("click", () => change(choice, true));
  return [make("li", {}, button)];
}

function clearButton() {
  const button = make("button", { type: "button", class: "chip chip--clear" }, words.clear);
  button.addEventListener("click", () => change({}, true));
  return make("li", {}, button);
}

/**
 * Apply a choice; `focus` moves the focus on from a removed chip.
 * @param {Values} choice
 * @param {boolean} [focus]
 */
function change(choice, focus = false) {
  choose(choice);
  writeAddress(
    Object.entries(choice).flatMap(([facet, values]) =>
      values.map((value) => /** @type {[string, string]} */ ([facet, value])),
    ),
    { step: true },
  );
  if (focus) /** @type {HTMLElement} */ (chips.querySelector("button") ?? find("summary", form)).focus();
}

form.addEventListener("change", () => change(chosen()));
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("popstate", () => choose(chosenIn(readAddress(), known)));

// One facet is open at a time; a click elsewhere and Escape close it.
for (const fold of folds)
  fold.addEventListener("toggle", () => {
    if (fold.open) for (const other of folds) if (other !== fold) other.open = false;
  });
document.addEventListener("click", (event) => {
  if (event.target instanceof Node && !form.contains(event.target)) for (const fold of folds) fold.open = false;
});
form.addEventListener("keydown", (event) => {
  const open = folds.find((fold) => fold.open);
  if (event.key !== "Escape" || !open) return;
  open.open = false;
  find("summary", open).focus();
});

// A cell of the coverage matrix filters the list at once, without loading the page again.
const title = /** @type {HTMLElement | null} */ (document.getElementById("library"));
function toList() {
  title?.setAttribute("tabindex", "-1");
  title?.focus({ preventScroll: true });
  title?.scrollIntoView();
}
for (const cell of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".matrix td a")))
  cell.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change(chosenIn(new URL(cell.href).searchParams, known));
    toList();
  });

choose(chosenIn(readAddress(), known));
if (location.hash.startsWith("#cover-")) toList();
