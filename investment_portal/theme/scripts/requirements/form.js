// The rows of requirements: criterion, comparison, value, must or wish, weight.
import { find, formatMessage, make, setChildren } from "../lib/dom.js";
import { requirementOf } from "./request.js";

/** @typedef {import("./request.js").Row} Row */
/** @typedef {import("./request.js").Register} Register */

/**
 * Show the rows as fields; `changed` is called with the rows whenever one of them changes.
 * @param {Row[]} rows
 * @param {Register} register
 * @param {(rows: Row[], how: {redraw: boolean, focus?: number}) => void} changed
 */
export function showRows(rows, register, changed) {
  setChildren(find(".require-rows"), ...rows.map((row, place) => fieldset(row, place, rows, register, changed)));
}

/**
 * @param {Row} row
 * @param {number} place
 * @param {Row[]} rows
 * @param {Register} register
 * @param {(rows: Row[], how: {redraw: boolean, focus?: number}) => void} changed
 */
function fieldset(row, place, rows, register, changed) {
  const { criteria, words } = register;
  const criterion = criteria[row.key];
  const id = (/** @type {string} */ name) => `require-${place}-${name}`;
  const put = (/** @type {Partial<Row>} */ change, redraw = false) => {
    Object.assign(row, change);
    changed(rows, { redraw });
  };
  const groups = [...new Set(Object.values(criteria).map(({ group }) => group))];
  const choose = make(
    "select",
    { id: id("key") },
    groups.map((group) =>
      make(
        "optgroup",
        { label: group },
        Object.keys(criteria)
          .filter((key) => criteria[key].group === group)
          .map((key) => make("option", { value: key, selected: key === row.key }, criteria[key].label)),
      ),
    ),
  );
  choose.addEventListener("change", () => put({ key: choose.value, way: criteria[choose.value].ways[0], value: "" }, true));
  const way = make(
    "select",
    { id: id("way") },
    criterion.ways.map((name) => make("option", { value: name, selected: name === row.way }, words[`way_${name}`])),
  );
  way.addEventListener("change", () => put({ way: /** @type {Row["way"]} */ (way.value) }, true));
  const kind = make(
    "select",
    { id: id("kind") },
    make("option", { value: "must", selected: row.must }, words.must),
    make("option", { value: "wish", selected: !row.must }, words.wish),
  );
  kind.addEventListener("change", () => put({ must: kind.value === "must" }, true));
  const remove = make("button", { type: "button", class: "require-remove" }, words.remove);
  remove.setAttribute("aria-label", formatMessage(words.remove_name, { name: criterion.label }));
  remove.addEventListener("click", () =>
    changed(rows.filter((_, at) => at !== place), { redraw: true, focus: Math.max(0, place - 1) }),
  );
  return make(
    "fieldset",
    { class: "require-row" },
    make("legend", {}, formatMessage(words.row, { number: place + 1 })),
    labelled(words.criterion, choose, { wide: true }),
    labelled(words.way, way, { hidden: criterion.ways.length === 1 }),
    ...valueField(row, id("value"), register, put),
    labelled(words.kind, kind),
    ...(row.must ? [] : [weightField(row, id("weight"), register, put)]),
    remove,
  );
}

/** @param {string} text @param {HTMLElement} field @param {{hidden?: boolean, wide?: boolean}} [how] */
function labelled(text, field, { hidden = false, wide = false } = {}) {
  return make("p", { class: wide ? "guide-field require-criterion" : "guide-field", hidden }, make("label", { for: field.id }, text), field);
}

/**
 * @param {Row} row
 * @param {string} id
 * @param {Register} register
 * @param {(change: Partial<Row>) => void} put
 * @returns {HTMLElement[]}
 */
function valueField(row, id, register, put) {
  const { criteria, options, words } = register;
  if (row.way === "has") return [];
  if (row.way === "in") {
    const chosen = new Set(row.value.split("."));
    const boxes = Object.entries(options[row.key] ?? {}).map(([value, [name]]) => {
      const box = make("input", { type: "checkbox", value, checked: chosen.has(value) });
      box.addEventListener("change", () => {
        if (box.checked) chosen.add(value);
        else chosen.delete(value);
        put({ value: Object.keys(options[row.key]).filter((known) => chosen.has(known)).join(".") });
      });
      return make("label", {}, box, ` ${name}`);
    });
    return [make("fieldset", { class: "require-choices" }, make("legend", {}, words.value), boxes)];
  }
  const { sort, units = [] } = criteria[row.key];
  const unit = units.length > 0 ? units[0].name : words[`unit_${sort}`];
  const input = make("input", { id, type: "text", maxlength: 60, value: row.value, "aria-describedby": `${id}-error` });
  const error = make("small", { class: "guide-error", id: `${id}-error`, role: "status" });
  const check = () => {
    const problem = requirementOf(row, register).problem === "figure";
    input.setAttribute("aria-invalid", String(problem));
    error.textContent = problem ? words.no_figure : "";
  };
  input.addEventListener("input", () => {
    put({ value: input.value });
    check();
  });
  check();
  const field = labelled(formatMessage(words.value_unit, { unit }), input);
  field.append(error);
  return [field];
}

/**
 * @param {Row} row
 * @param {string} id
 * @param {Register} register
 * @param {(change: Partial<Row>) => void} put
 */
function weightField(row, id, register, put) {
  const { words } = register;
  const input = make("input", { id, type: "text", inputmode: "decimal", maxlength: 6, value: row.weight });
  input.addEventListener("input", () => {
    put({ weight: input.value });
    input.setAttribute("aria-invalid", String(requirementOf(row, register).problem === "weight"));
  });
  return labelled(words.weight, input);
}
