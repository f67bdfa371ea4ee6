// The projects of the enquiry: from the address, added by typing, removed again.
import { writeAddress } from "../lib/address.js";
import { find, make, formatMessage } from "../lib/dom.js";
import { MOST_PROJECTS, naming } from "./parameters.js";
import { loadAllProjects, loadProjects } from "../lib/project_names.js";
import { pageAddress } from "../lib/page_address.js";
import { suggestions } from "./autocomplete.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("../lib/project_names.js").Project} Project
 * @typedef {import("./parameters.js").Wish} Wish
 */

/**
 * Run the picker; `changed` is called when the choice changes.
 * @param {Data} data
 * @param {Wish} wish
 * @param {() => void} changed
 * @returns {{chosen: () => Project[]}}
 */
export function pickProjects(data, wish, changed) {
  const { words, language } = data;
  const list = find(".project-picker-chosen");
  const said = find(".project-picker-status");
  /** @type {Project[]} */
  let chosen = [];

  const show = () => {
    list.replaceChildren(...chosen.map(row));
    if (chosen.length === 0) list.append(make("li", { class: "project-picker-none" }, words.none_chosen));
  };

  /** @param {Project[]} next @param {string} told */
  const set = (next, told) => {
    chosen = next;
    show();
    said.textContent = told;
    writeAddress([
      ["ids", chosen.map((one) => one.id).join(",")],
      ["desk", wish.desk],
      ["event", wish.event],
    ]);
    changed();
  };

  /** @param {Project} project */
  const row = (project) => {
    const remove = make(
      "button",
      {
        type: "button",
        class: "project-picker-remove",
        "aria-label": formatMessage(words.remove, { name: project.name[language] }),
      },
      "×",
    );
    remove.addEventListener("click", () => {
      set(
        chosen.filter((one) => one.id !== project.id),
        formatMessage(words.removed, { name: project.name[language] }),
      );
      find("#enquiry-project").focus();
    });
    const state = project.open ? null : make("span", { class: "badge badge--plain" }, words.closed);
    return make(
      "li",
      {},
      make("a", { href: pageAddress(`${data.projects}${project.id}/`) }, project.name[language]),
      state,
      remove,
    );
  };

  suggestions(find("#enquiry-project"), find("#enquiry-project-list"), {
    data,
    announce: (text) => (said.textContent = text),
    load: () => loadAllProjects(data),
    taken: (project) => chosen.some((one) => one.id === project.id),
    take: (project) => {
      if (chosen.length >= MOST_PROJECTS) said.textContent = formatMessage(words.too_many, { most: MOST_PROJECTS });
      else set([...chosen, project], formatMessage(words.added, { name: project.name[language] }));
    },
  });

  show();
  if (wish.dropped.length > 0) said.textContent = formatMessage(words.dropped, { ids: naming(wish.dropped) });
  if (wish.ids.length > 0)
    loadProjects(data, wish.ids).then(
      (found) => {
        const dropped = [...wish.dropped, ...wish.ids.filter((id) => !found.has(id))];
        set(
          [...new Map([...found.values()].map((one) => [one.id, one])).values()],
          dropped.length ? formatMessage(words.dropped, { ids: naming(dropped) }) : "",
        );
      },
      // The names did not load; the ids stand in for them.
      () =>
        set(
          wish.ids.map((id) => ({ id, name: { zh: id, en: id }, sector: "", desks: [], open: true })),
          words.names_failed,
        ),
    );
  return { chosen: () => chosen };
}
