// An input that suggests projects while typing (ARIA combobox): arrow keys, Enter, Escape, pointer.
import { formatMessage, make, setChildren } from "../lib/dom.js";

/**
 * @typedef {import("../lib/project_names.js").Project} Project
 * @typedef {object} Options
 * @property {import("./data.js").Data} data
 * @property {(text: string) => void} announce
 * @property {() => Promise<Project[]>} load
 * @property {(project: Project) => boolean} taken
 * @property {(project: Project) => void} take
 */

const LIMIT = 8;
const LONGEST = 100;

/**
 * @param {HTMLInputElement} box
 * @param {HTMLElement} list
 * @param {Options} options
 */
export function suggestions(box, list, options) {
  const { words, language } = options.data;
  /** @type {{project: Project, text: string}[] | null} */
  let projects = null;
  /** @type {Project[]} */
  let matches = [];
  let at = -1;

  const close = () => {
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  };

  const load = async () => {
    if (projects) return;
    try {
      const all = await options.load();
      projects = all.map((project) => ({ project, text: plain(`${project.name.zh}\n${project.name.en}\n${project.id}`) }));
    } catch {
      options.announce(words.names_failed);
    }
  };

  const propose = async () => {
    await load();
    const typed = plain(box.value).split(/\s+/).filter(Boolean);
    if (!projects || typed.length === 0) return close();
    const fitting = projects.filter(
      ({ project, text }) => !options.taken(project) && typed.every((word) => text.includes(word)),
    );
    matches = fitting.slice(0, LIMIT).map(({ project }) => project);
    at = -1;
    box.removeAttribute("aria-activedescendant");
    setChildren(list, ...matches.map(option));
    list.hidden = matches.length === 0;
    box.setAttribute("aria-expanded", String(matches.length > 0));
    options.announce(
      fitting.length === 0
        ? words.none_found
        : formatMessage(fitting.length > LIMIT ? words.found_more : words.found, { count: fitting.length, most: LIMIT }),
    );
  };

  /** @param {Project} project @param {number} place */
  const option = (project, place) => {
    const state = project.open ? null : make("span", { class: "badge badge--plain" }, words.closed);
    const element = make(
      "li",
      { id: `enquiry-project-list-${place}`, role: "option", "aria-selected": "false" },
      project.name[language],
      state,
    );
    // Before the box loses the focus to the pointer.
    element.addEventListener("pointerdown", (event) => event.preventDefault());
    element.addEventListener("click", () => take(project));
    return element;
  };

  /** @param {Project} project */
  const take = (project) => {
    box.value = "";
    close();
    options.take(project);
  };

  /** @param {number} place */
  const mark = (place) => {
    at = (place + matches.length) % matches.length;
    [...list.children].forEach((item, number) => item.setAttribute("aria-selected", String(number === at)));
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
      if (!list.hidden && matches.length > 0) take(matches[Math.max(0, at)]);
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && !list.hidden) {
      event.preventDefault();
      mark(at < 0 && event.key === "ArrowUp" ? matches.length - 1 : at + (event.key === "ArrowDown" ? 1 : -1));
    }
  });
}

/** @param {string} text */
const plain = (text) => text.normalize("NFKC").toLowerCase();
