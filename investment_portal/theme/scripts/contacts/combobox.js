// A combobox with a list of options (ARIA Authoring Practices).
import { formatMessage, make, setChildren } from "../lib/dom.js";
import { plain } from "./places.js";

/**
 * @typedef {object} Option
 * @property {string} id
 * @property {string} name
 * @property {string[]} keys names that may be typed, as they are; or, with `ready`, as `plain` writes them
 * @property {string[][]} [also]
 * @property {string} [note]
 * @property {boolean} [inner]
 * @property {boolean} [ready] one of very many: it matches from its first letter only, behind the others
 */
/**
 * @typedef {object} Box
 * @property {HTMLInputElement} input
 * @property {HTMLElement} list
 * @property {HTMLElement} status
 * @property {() => Promise<Option[]> | Option[]} options
 * @property {(id: string | null) => void} choose
 * @property {(typed: string) => void} [unknown] called instead of `choose` with a text that fits nothing
 * @property {{none: string, matches: string}} words
 */

const LIMIT = 80;
const LIMIT_READY = 8;

/**
 * Return the options that match the typed text, prefixes first. An option that matched by another name has that name as its note.
 * @param {Option[]} options
 * @param {string} typed
 * @returns {Option[]}
 */
export function fitting(options, typed) {
  const wanted = plain(typed);
  if (wanted === "") return options.filter(({ ready }) => !ready).slice(0, LIMIT);
  /** @type {{option: Option, rank: number}[]} */
  const matches = [];
  for (const option of options) {
    if (option.ready) {
      const fits = option.keys.filter((key) => key.startsWith(wanted));
      if (fits.length > 0) matches.push({ option, rank: fits.includes(wanted) ? 3 : 4 });
      continue;
    }
    const places = option.keys.map((key) => plain(key).indexOf(wanted)).filter((place) => place >= 0);
    const other = option.also?.find((names) => names.some((name) => plain(name).includes(wanted)));
    if (places.length > 0) matches.push({ option, rank: Math.min(...places) === 0 ? 0 : 1 });
    else if (other) matches.push({ option: { ...option, note: other[0] }, rank: 2 });
  }
  matches.sort((first, second) => first.rank - second.rank);
  const few = matches.filter(({ rank }) => rank < 3).slice(0, LIMIT);
  const names = new Set(few.map(({ option }) => option.name));
  const ready = matches.filter(({ option, rank }) => rank >= 3 && !names.has(option.name)).slice(0, LIMIT_READY);
  return [...few, ...ready].map(({ option }) => option);
}

/**
 * Connect a combobox. The returned function sets its choice.
 * @param {Box} box
 * @returns {(option: Option | null) => void}
 */
export function combobox({ input, list, status, options, choose, unknown, words }) {
  /** @type {Option | null} */
  let chosen = null;
  /** @type {Option[]} */
  let shown = [];
  let active = -1;

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  }

  async function open() {
    const all = await options();
    if (document.activeElement !== input) return;
    const typed = chosen && input.value === chosen.name ? "" : input.value;
    shown = fitting(all, typed);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    setChildren(
      list,
      ...shown.map((option, place) =>
        make(
          "li",
          {
            id: `${list.id}-${place}`,
            role: "option",
            class: option.inner && typed === "" ? "combobox-option--inner" : null,
            "aria-selected": option.id === chosen?.id ? "true" : "false",
          },
          option.name,
          option.note && make("small", {}, ` ${option.ready ? "→ " : ""}${option.note}`),
        ),
      ),
    );
    list.hidden = shown.length === 0;
    input.setAttribute("aria-expanded", String(shown.length > 0));
    status.textContent = shown.length === 0 ? words.none : formatMessage(words.matches, { count: shown.length });
  }

  /** @param {number} place */
  function move(place) {
    active = (place + shown.length) % shown.length;
    for (const [at, option] of [...list.children].entries())
      option.classList.toggle("combobox-option--active", at === active);
    input.setAttribute("aria-activedescendant", `${list.id}-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  }

  /** @param {Option | null} option */
  function show(option) {
    chosen = option;
    input.value = option?.name ?? "";
    input.removeAttribute("aria-invalid");
    status.textContent = "";
    close();
  }

  /** @param {Option | null} option */
  function commit(option) {
    const changed = option?.id !== chosen?.id;
    show(option);
    if (changed) choose(option?.id ?? null);
  }

  /** Accept the typed text when the focus leaves: an exact name, the only match, or nothing. */
  async function acceptTyped() {
    close();
    if (input.value === (chosen?.name ?? "")) return;
    const typed = plain(input.value);
    if (typed === "") return commit(null);
    const matches = fitting(await options(), input.value);
    const exact = matches.filter((option) =>
      [option.name, ...option.keys, ...(option.also ?? []).flat()].some((name) => plain(name) === typed),
    );
    // An option's own name comes before one that it lists besides; of places of one name the first is the largest.
    const named = exact.filter(({ ready, name, keys }) => !ready && [name, ...keys].some((key) => plain(key) === typed));
    const ready = exact.find((option) => option.ready);
    const single = exact.length === 1 ? exact[0] : matches.length === 1 ? matches[0] : null;
    const only = named.length === 1 ? named[0] : named.length === 0 && ready ? ready : single;
    if (only) return commit(only);
    chosen = null;
    if (unknown && exact.length === 0) unknown(input.value.trim());
    else choose(null);
    input.setAttribute("aria-invalid", "true");
    status.textContent = words.none;
  }

  input.addEventListener("input", open);
  input.addEventListener("click", open);
  input.addEventListener("focus", () => input.select());
  input.addEventListener("blur", acceptTyped);
  input.addEventListener("keydown", async (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) await open();
      if (shown.length > 0) move(event.key === "ArrowDown" ? active + 1 : Math.max(active, 0) - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (!list.hidden && active >= 0) commit(shown[active]);
      else await acceptTyped();
    } else if (event.key === "Escape") {
      if (list.hidden) commit(null);
      else show(chosen);
    }
  });
  // Pressing on an option must not take the focus away before it is chosen.
  list.addEventListener("pointerdown", (event) => event.preventDefault());
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const place = [...list.children].findIndex((option) => option.contains(/** @type {Node} */ (event.target)));
    if (place >= 0) commit(shown[place]);
  });
  return show;
}
