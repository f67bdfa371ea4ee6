// The matching projects, rendered in batches: more follow by a button.
import { formatMessage, make, setChildren } from "../lib/dom.js";
import { card } from "./card.js";
import { map } from "./map.js";
import { table, tableRow } from "./table.js";

/** @typedef {import("./card.js").List} List */
/** @typedef {import("./address.js").State} State */

const BATCH = { cards: 12, table: 50 };
const WIDE = matchMedia("(min-width: 60em)");

/**
 * Return the view: what the reader chose, else a table in a wide window and cards on a phone.
 * @param {State} state
 */
export function viewOf({ view }) {
  return view || (WIDE.matches ? "table" : "cards");
}

/**
 * Render the first projects into an element; more follow by a button.
 * @param {List} list
 * @param {HTMLElement} into
 * @param {State} state
 * @param {number[]} rows
 * @param {Omit<import("./map.js").How, "typed" | "chosen"> & {sort: (sort: string) => void}} how
 */
export function draw(list, into, state, rows, how) {
  const typed = state.q;
  if (state.view === "map") {
    setChildren(into, map(list, rows, { ...how, typed, chosen: state.chosen.get("park") ?? new Set() }));
    return;
  }
  const asTable = viewOf(state) === "table";
  const { element, body } = asTable ? table(list, state.sort, how.sort) : cards();
  const render = asTable ? tableRow : card;
  const batch = asTable ? BATCH.table : BATCH.cards;
  let drawn = 0;
  const more = make("button", { type: "button", class: "button list-more" });
  const next = () => {
    const focused = document.activeElement === more;
    const first = drawn;
    body.append(...rows.slice(drawn, drawn + batch).map((row) => render(list, row, typed)));
    drawn = Math.min(rows.length, drawn + batch);
    more.hidden = drawn >= rows.length;
    more.textContent = formatMessage(list.words.more, { count: Math.min(batch, rows.length - drawn) });
    // After the button the focus is on the first added project.
    if (focused) body.children[first]?.querySelector("a")?.focus();
  };
  more.addEventListener("click", next);
  next();
  setChildren(into, element, more);
}

/** @returns {{element: HTMLElement, body: HTMLElement}} */
function cards() {
  const element = make("ul", { class: "cards" });
  return { element, body: element };
}
