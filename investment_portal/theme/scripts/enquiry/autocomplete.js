// An input that suggests projects while typing (ARIA combobox): arrow keys, Enter, Escape, pointer.
import { make, formatMessage } from "../lib/dom.js";

/**
 * @typedef {import("../lib/project_names.js").Project} Project
 * @typedef {object} Ways
 * @property {import("./data.js").Data} data
 * @property {(text: string) => void} announce
 * @property {() => Promise<Project[]>} load
 * @property {(project: Project) => boolean} taken
 * @property {(project: Project) => void} take
 */

const MOST = 8;
const LONGEST = 100;

/**
 * @param {HTMLInputElement} box
 * @param {HTMLElement} list
 * @param {Ways} ways
 */
export function suggestions(box, list, ways) {
  const { words, language } = ways.data;
  /** @type {{project: Project, text: string}[] | null} */
  let known = null;
  /** @type {Project[]} */
  let found = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const load = async () => {
    if (known) return;
    try {
      const all = await ways.load();
      known = all.map((project) => ({ project, text: plain(`${project.name.zh}\n${project.name.en}\n${project.id}`) }));
    } catch {
      ways.announce(words.names_failed);
    }
  };

  const propose = async () => {
    await load();
    const typed = plain(box.value).split(/\s+/).filter(Boolean);
    if (!known || typed.length === 0) return close();
    const fits = known.filter(
      ({ project, text }) => !ways.taken(project) && typed.every((word) => text.includes(word)),
    );
    found = fits.slice(0, MOST).map(({ project }) => project);
    at = -1;
    box.removeAttribute("aria-activedescendant");
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    box.setAttribute("aria-expanded", String(found.length > 0));
    ways.announce(
      fits.length === 0
        ? words.none_found
        : formatMessage(fits.length > MOST ? words.found_more : words.found, { count: fits.length, most: MOST }),
    );
  };

  /** @param {Project} project @param {number} place */
  const option = (project, place) => {
    const state = project.open ? null : make("span", { class: "badge badge--plain" }, words.closed);
    const made = make(
      "li",
      { id: `enquiry-project-list-${place}`, role: "option", "aria-selected": "false" },
      project.name[language],
      state,
    );
    // Before the box loses the focus to the pointer.
    made.addEventListener("pointerdown", (event) => event.preventDefault());
    made.addEventListener("click", () => take(project));
    return made;
  };

  /** @param {Project} project */
  const take = (project) => {
    box.value = "";
    close();
    ways.take(project);
  };

  /** @param {number} place */
  const mark = (place) => {
    at = (place + found.length) % found.length;
    [...list.children].forEach((one, number) => one.setAttribute("aria-selected", String(number === at)));
    box.setAttribute("aria-activedescendant", `enquiry-project-list-${at}`);
    list.children[at].scrollIntoView({ block: "nearest" });
  };

  box.maxLength = LONGEST;
  box.addEventListener("focus", load);
  box.addEventListener("input", propose);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === "Enter") {
      // Enter chooses a project and never submits the form.
      event.preventDefault();
      if (!list.hidden && found.length > 0) take(found[Math.max(0, at)]);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      event.preventDefault();
      mark(at < 0 && event.key === "ArrowUp" ? found.length - 1 : at + (event.key === "ArrowDown" ? 1 : -1));
    }
  });
}

/** @param {string} text */
const plain = (text) => text.normalize("NFKC").toLowerCase();
