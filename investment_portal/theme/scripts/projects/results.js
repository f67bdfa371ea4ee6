// The matching projects, rendered in batches as the reader scrolls: a long list costs no more than a short one.
import { formatMessage, make, setChildren } from "../lib/dom.js";
import { card } from "./card.js";
import { map } from "./map.js";
import { table, tableRow } from "./table.js";

/** @typedef {import("./card.js").List} List */
/** @typedef {import("./address.js").State} State */

const BATCH = { cards: 12, table: 20 };

/**
 * Render the first projects into an element; more follow on scrolling, or by a button.
 * @param {List} list
 * @param {HTMLElement} into
 * @param {State} state
 * @param {number[]} rows
 * @param {Omit<import("./map.js").How, "typed" | "chosen">} how
 */
export function draw(list, into, state, rows, how) {
  const typed = state.q;
  if (state.view === "map") {
    setChildren(into, map(list, rows, { ...how, typed, chosen: state.chosen.get("park") ?? new Set() }));
    return;
  }
  const asTable = state.view === "table";
  const { element, body } = asTable ? table(list, state.sort) : cards();
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
  watch(more, next);
}

/** @returns {{element: HTMLElement, body: HTMLElement}} */
function cards() {
  const element = make("ul", { class: "cards" });
  return { element, body: element };
}

/** @type {IntersectionObserver | undefined} */
let watching;

/**
 * Render the next batch when the end comes near; a new list replaces the observer of the one before.
 * @param {HTMLElement} end
 * @param {() => void} next
 */
function watch(end, next) {
  watching?.disconnect();
  const observer = new IntersectionObserver(
    (seen) => {
      // Nothing is added while the button has the focus: a keyboard user decides.
      if (!seen.some((entry) => entry.isIntersecting) || document.activeElement === end) return;
      next();
      // Observed again, since an end that is still near would be reported only once.
      observer.unobserve(end);
      observer.observe(end);
    },
    { rootMargin: "400px" },
  );
  observer.observe(end);
  watching = observer;
}
