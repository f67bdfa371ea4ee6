// One project of the shortlist, with its buttons and the reader's note.
import { make, formatMessage } from "../lib/dom.js";
import { pageAddress } from "../lib/page_address.js";
import { breakBetweenWords } from "../lib/phrases.js";
import { LONGEST_NOTE, remember, shortlist } from "./storage.js";
import { contactOf } from "../compare/table.js";

const SHOWN = ["investment", "land_ready", "land_reserved", "building_offered", "place", "decision_time"];

/**
 * Create the item of a project; in a shared list it has neither buttons nor note.
 * @param {import("./records.js").Selected} selected
 * @param {{data: import("./records.js").SelectionData, note: string, position: number, last: boolean, editable: boolean,
 *   change: (list: import("./storage.js").Entry[], message: string, focus: string) => void}} how
 * @returns {HTMLElement}
 */
export function item(selected, { data, note, position, last, editable, change }) {
  const { id, project } = selected;
  const { words } = data;
  const lines = data.groups
    .flatMap((group) => group.lines)
    .filter(({ key }) => SHOWN.includes(key) && key in project.values);
  return make(
    "li",
    { class: "shortlist-item", "data-id": id },
    make(
      "h2",
      { class: "shortlist-name" },
      breakBetweenWords(make("a", { href: pageAddress(`${data.at.projects}${id}/`) }, project.name)),
    ),
    make(
      "ul",
      { class: "badges" },
      make("li", { class: `badge badge--${project.tone}` }, project.status),
      project.example && make("li", { class: "badge badge--example" }, words.example),
    ),
    make("p", { class: "card-text" }, project.summary),
    make(
      "dl",
      { class: "shortlist-facts" },
      lines.map(({ key, label }) => make("div", {}, make("dt", {}, label), make("dd", {}, project.values[key]))),
      make("div", {}, make("dt", {}, words.column_contact), make("dd", {}, contactOf(selected, data))),
    ),
    editable && noteField(id, project.name, note, words),
    editable && moveButtons(id, project.name, position, last, words, change),
  );
}

/**
 * @param {string} id
 * @param {string} name
 * @param {string} note
 * @param {Record<string, string>} words
 * @returns {HTMLElement}
 */
function noteField(id, name, note, words) {
  const field = make(
    "textarea",
    {
      id: `note-${id}`,
      rows: 2,
      maxlength: LONGEST_NOTE,
      "aria-label": formatMessage(words.note, { name }),
      "aria-describedby": `hint-${id}`,
    },
    note,
  );
  field.addEventListener("input", () =>
    remember(shortlist().map((entry) => (entry.id === id ? { id, note: field.value } : entry))),
  );
  return make(
    "div",
    { class: "shortlist-note" },
    make("label", { for: `note-${id}` }, words.note_label),
    field,
    make("small", { id: `hint-${id}` }, words.note_hint),
  );
}

/**
 * @param {string} id
 * @param {string} name
 * @param {number} position
 * @param {boolean} last
 * @param {Record<string, string>} words
 * @param {(list: import("./storage.js").Entry[], message: string, focus: string) => void} change
 * @returns {HTMLElement}
 */
function moveButtons(id, name, position, last, words, change) {
  /**
   * @param {number} step
   * @param {string} label
   * @param {string} sign
   * @param {boolean} disabled
   */
  const move = (step, label, sign, disabled) => {
    const button = make(
      "button",
      {
        type: "button",
        class: "shortlist-move",
        "aria-label": formatMessage(label, { name }),
        "data-step": step,
        disabled,
      },
      sign,
    );
    button.addEventListener("click", () => {
      const list = shortlist();
      const from = list.findIndex((entry) => entry.id === id);
      const to = from + step;
      if (from < 0 || to < 0 || to >= list.length) return;
      [list[from], list[to]] = [list[to], list[from]];
      change(
        list,
        formatMessage(words.moved, { name, place: to + 1 }),
        `[data-id="${id}"] [data-step="${step}"]:not([disabled]), [data-id="${id}"] .shortlist-move:not([disabled])`,
      );
    });
    return button;
  };
  const remove = make(
    "button",
    { type: "button", class: "shortlist-move shortlist-remove", "aria-label": formatMessage(words.remove, { name }) },
    "×",
  );
  remove.addEventListener("click", () =>
    change(
      shortlist().filter((entry) => entry.id !== id),
      formatMessage(words.removed, { name }),
      ".shortlist-remove, .selection a",
    ),
  );
  return make(
    "div",
    { class: "shortlist-moves" },
    move(-1, words.up, "↑", position === 0),
    move(1, words.down, "↓", last),
    remove,
  );
}
