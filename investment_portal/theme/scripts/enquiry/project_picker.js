// The projects of the enquiry: from the address, added by typing, removed again.
import { writeAddress } from "../lib/address.js";
import { find, formatMessage, make, setChildren } from "../lib/dom.js";
import { PROJECT_LIMIT, quoteIds } from "./parameters.js";
import { loadAllProjects, loadProjects } from "../lib/project_names.js";
import { pageAddress } from "../lib/page_address.js";
import { suggestions } from "./autocomplete.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("../lib/project_names.js").Project} Project
 * @typedef {import("./parameters.js").Parameters} Parameters
 */

/**
 * Run the picker; `changed` is called when the choice changes.
 * @param {Data} data
 * @param {Parameters} parameters
 * @param {() => void} changed
 * @returns {{chosen: () => Project[]}}
 */
export function pickProjects(data, parameters, changed) {
  const { words, language } = data;
  const list = find(".project-picker-chosen");
  const status = find(".project-picker-status");
  /** @type {Project[]} */
  let chosen = [];

  const show = () => {
    setChildren(list, ...chosen.map(row));
    if (chosen.length === 0) list.append(make("li", { class: "project-picker-none" }, words.none_chosen));
  };

  /** @param {Project[]} next @param {string} message */
  const set = (next, message) => {
    chosen = next;
    show();
    status.textContent = message;
    writeAddress([
      ["ids", chosen.map((project) => project.id).join(",")],
      ["desk", parameters.contact],
      ["event", parameters.event],
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
        chosen.filter((other) => other.id !== project.id),
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
    announce: (text) => (status.textContent = text),
    load: () => loadAllProjects(data),
    taken: (project) => chosen.some((other) => other.id === project.id),
    take: (project) => {
      if (chosen.length >= PROJECT_LIMIT) status.textContent = formatMessage(words.too_many, { most: PROJECT_LIMIT });
      else set([...chosen, project], formatMessage(words.added, { name: project.name[language] }));
    },
  });

  show();
  if (parameters.dropped.length > 0) status.textContent = formatMessage(words.dropped, { ids: quoteIds(parameters.dropped) });
  if (parameters.ids.length > 0)
    loadProjects(data, parameters.ids).then(
      (projects) => {
        const dropped = [...parameters.dropped, ...parameters.ids.filter((id) => !projects.has(id))];
        set(
          [...new Map([...projects.values()].map((project) => [project.id, project])).values()],
          dropped.length ? formatMessage(words.dropped, { ids: quoteIds(dropped) }) : "",
        );
      },
      // Where the names do not load, ids are shown.
      () =>
        set(
          parameters.ids.map((id) => ({ id, name: { zh: id, en: id }, sector: "", contacts: [], open: true })),
          words.names_failed,
        ),
    );
  return { chosen: () => chosen };
}
