// The records found, drawn as far as a reader has come: a long list costs no more than a short one.
import { make, say } from "../lib/dom.js";
import { card } from "./card.js";
import { map } from "./map.js";
import { table, tableRow } from "./table.js";

/** @typedef {import("./card.js").List} List */
/** @typedef {import("./address.js").State} State */

const BATCH = { cards: 12, table: 20 };

/**
 * Draws the first records into an element; more follow as they come into view, or by a button.
 * @param {List} list
 * @param {HTMLElement} into
 * @param {State} state
 * @param {number[]} rows
 * @param {Omit<import("./map.js").How, "typed" | "chosen">} how
 */
export function draw(list, into, state, rows, how) {
  const typed = state.q;
  if (state.view === "map") {
    into.replaceChildren(map(list, rows, { ...how, typed, chosen: state.chosen.get("park") ?? new Set() }));
    return;
  }
  const asTable = state.view === "table";
  const { element, body } = asTable ? table(list, state.sort) : cards();
  const one = asTable ? tableRow : card;
  const batch = asTable ? BATCH.table : BATCH.cards;
  let drawn = 0;
  const more = make("button", { type: "button", class: "button list-more" });
  const next = () => {
    const had = document.activeElement === more;
    const first = drawn;
    body.append(...rows.slice(drawn, drawn + batch).map((row) => one(list, row, typed)));
    drawn = Math.min(rows.length, drawn + batch);
    more.hidden = drawn >= rows.length;
    more.textContent = say(list.words.more, { count: Math.min(batch, rows.length - drawn) });
    // Whoever pressed the button reads on at the first record that it brought.
    if (had) body.children[first]?.querySelector("a")?.focus();
  };
  more.addEventListener("click", next);
  next();
  into.replaceChildren(element, more);
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
 * Goes on as soon as the end of what is drawn comes near; a new list ends the watch over the one before.
 * @param {HTMLElement} end
 * @param {() => void} next
 */
function watch(end, next) {
  watching?.disconnect();
  const own = new IntersectionObserver(
    (seen) => {
      // The button keeps a keyboard's focus: whoever stands on it decides by himself.
      if (!seen.some((one) => one.isIntersecting) || document.activeElement === end) return;
      next();
      // Asked anew, since an end that is still near would be told of only once.
      own.unobserve(end);
      own.observe(end);
    },
    { rootMargin: "400px" },
  );
  own.observe(end);
  watching = own;
}
