// The route finder: place, sector, language and project lead to contacts; the address holds the choice.
import { isTrackingParameter, readAddress, writeAddress } from "./lib/address.js";
import { copyText } from "./lib/clipboard.js";
import { find, formatMessage, make, readJson, setChildren } from "./lib/dom.js";
import { linkToIndexFiles } from "./lib/file_links.js";
import { loadAllProjects } from "./lib/project_names.js";
import { today } from "./lib/today.js";
import { combobox } from "./contacts/combobox.js";
import { watchContacts } from "./contacts/status.js";
import { escalation, inAnotherLanguage, route } from "./contacts/route.js";

/** @typedef {{id: string, name: string, within: string | null, keys: string[], also: string[][]}} Place */
/** @typedef {{from: string, sector: string, lang: string, project: string}} Chosen */

const LONGEST = 60;
const finder = find(".route-finder");
/**
 * @type {{routes: import("./contacts/route.js").Declaration, places: Place[], reasons: Record<string, string>,
 *   language: string, zone: string, day: string, names: string, chunks: number, words: Record<string, string>}}
 */
const data = readJson(".route-data");
const { words, routes } = data;
/** @type {HTMLSelectElement} */
const sectorBox = find("#route-sector");
/** @type {HTMLSelectElement} */
const languageBox = find("#route-language");
const result = find(".route-result");
const places = new Map(data.places.map((place) => [place.id, place]));
/** @type {Map<string, {id: string, name: string, sector: string}>} */
const projects = new Map();
/** @type {Chosen} */
const chosen = { from: "", sector: "", lang: data.language, project: "" };
let stop = watchContacts(result);

const showPlace = combobox({
  input: find("#route-from"),
  list: find("#route-from-list"),
  status: find("#route-from-status"),
  options: () => data.places.map((place) => ({ ...place, inner: place.within !== null })),
  choose: (id) => change({ from: id ?? "" }),
  words: { none: words.no_place, matches: words.matches },
});
const showProject = combobox({
  input: find("#route-project"),
  list: find("#route-project-list"),
  status: find("#route-project-status"),
  options: async () =>
    (await projectList()).map(({ id, name }) => ({ id, name: nameOf(name), keys: [name.zh, name.en, id] })),
  choose: (id) => change({ project: id ?? "", ...(id ? { sector: projects.get(id)?.sector ?? "" } : {}) }),
  words: { none: words.no_project, matches: words.matches },
});

/** @param {{zh: string, en: string}} name */
function nameOf(name) {
  return data.language === "zh" ? name.zh : name.en;
}

async function projectList() {
  // Where the names do not load, the route is computed without a project.
  const loaded = await loadAllProjects(data).catch(() => []);
  for (const project of loaded) {
    projects.set(project.id, { id: project.id, name: nameOf(project.name), sector: project.sector });
    routes.projects[project.id] = { sector: project.sector, contacts: project.contacts };
  }
  return loaded;
}

/** @param {Partial<Chosen>} changed */
function change(changed) {
  Object.assign(chosen, changed);
  if (chosen.project && "sector" in changed && projects.get(chosen.project)?.sector !== chosen.sector) {
    chosen.project = "";
    showProject(null);
  }
  sectorBox.value = chosen.sector;
  languageBox.value = chosen.lang;
  writeAddress([
    ["from", chosen.from],
    ["sector", chosen.sector],
    ["lang", chosen.lang === data.language ? "" : chosen.lang],
    ["project", chosen.project],
  ]);
  render();
}

/** @param {HTMLSelectElement} box @param {string} value */
function optionOf(box, value) {
  return [...box.options].find((option) => option.value === value)?.text ?? "";
}

function render() {
  const day = today(data.zone, data.day);
  const question = { origin: chosen.from || null, sector: chosen.sector || null, project: chosen.project || null, day };
  const found = route(routes, { ...question, language: chosen.lang });
  // Nobody speaks the chosen language: the page's own is the next best.
  const legs = found.length > 0 ? found : route(routes, { ...question, language: data.language });
  const main = legs.filter(({ contact }) => kindOf(contact) !== "hotline");
  const others = inAnotherLanguage(routes, { project: question.project, language: chosen.lang, day }).map((contact) => ({
    contact,
    why: "other",
  }));
  const shown = [
    ...main.slice(0, 1),
    ...others.filter(({ contact }) => !main.some((leg) => leg.contact === contact)),
    ...main.slice(1),
  ];
  const after = escalation(routes, { first: legs[0]?.contact, day }).filter(
    ({ contact }) => !shown.some((leg) => leg.contact === contact),
  );
  setChildren(find(".route-contacts", result), ...shown.map((leg, place) => card(leg, place === 0)));
  setChildren(find(".route-escalation .ladder", result), ...after.map((leg) => card(leg, false)));
  find(".route-escalation", result).hidden = after.length === 0;

  const language = optionOf(languageBox, chosen.lang);
  const heading = formatMessage(words.heading, {
    place: places.has(chosen.from)
      ? formatMessage(words.place, { place: places.get(chosen.from)?.name ?? "" })
      : words.anywhere,
    sector:
      projects.get(chosen.project)?.name ?? (chosen.sector ? optionOf(sectorBox, chosen.sector) : words.any_sector),
    language,
  });
  find(".route-heading", finder).textContent = heading;
  const nobody = find(".route-none", finder);
  nobody.hidden = found.length > 0;
  nobody.textContent =
    found.length > 0 ? "" : formatMessage(words.none, { language, other: optionOf(languageBox, data.language) });
  const first = result.querySelector(".contact--first .contact-name a")?.textContent ?? "";
  find(".route-status", finder).textContent =
    `${heading}: ${formatMessage(words.first, { desk: first, count: shown.length })}`;
  setChildren(find(".route-copied", finder));
  linkToIndexFiles(result);
  stop();
  stop = watchContacts(result);
}

/** @param {string} id */
function kindOf(id) {
  return routes.contacts.find((contact) => contact.id === id)?.kind;
}

/** @param {{contact: string, why: string}} leg @param {boolean} first */
function card({ contact, why }, first) {
  const ready = /** @type {HTMLTemplateElement | undefined} */ (
    [...finder.querySelectorAll("template")].find((template) => template.dataset.contact === contact)
  );
  const reason =
    why === "other" ? formatMessage(words.other_language, { reason: data.reasons.own }) : (data.reasons[why] ?? "");
  return make(
    "li",
    { class: first ? "contact contact--first" : "contact contact--next" },
    make("p", { class: "contact-reason" }, reason),
    ready?.content.cloneNode(true),
  );
}

/** @param {[string, string][]} dropped */
function showDropped(dropped) {
  const notice = find(".route-dropped", finder);
  notice.hidden = dropped.length === 0;
  const parameters = dropped
    .map(([name, value]) => `${name}=${value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value}`)
    .join(words.comma);
  notice.textContent = dropped.length === 0 ? "" : formatMessage(words.dropped, { what: parameters });
}

/** Apply the known parameters of the address; report and ignore the others. */
async function takeAddress() {
  const address = readAddress();
  const {
    from = "",
    sector = "",
    lang = "",
    project = "",
  } = Object.fromEntries(["from", "sector", "lang", "project"].map((name) => [name, address.get(name) ?? ""]));
  /** @type {[string, string][]} */
  const dropped = [];
  /** @param {string} name @param {string} value @param {boolean} valid */
  const take = (name, value, valid) => {
    if (value !== "" && !valid && !isTrackingParameter(name, value)) dropped.push([name, value]);
    return valid ? value : "";
  };
  chosen.from = take("from", from, places.has(from));
  chosen.sector = take("sector", sector, sector !== "" && optionOf(sectorBox, sector) !== "");
  chosen.lang = take("lang", lang, optionOf(languageBox, lang) !== "") || data.language;
  const place = places.get(chosen.from);
  showPlace(place ? { ...place } : null);
  if (project !== "") {
    // Reserve the space while the projects load.
    result.classList.add("route-result--waiting");
    await projectList();
    chosen.project = take("project", project, projects.has(project));
    const named = projects.get(chosen.project);
    if (named) chosen.sector = named.sector;
    showProject(named ? { id: named.id, name: named.name, keys: [] } : null);
  }
  showDropped(dropped);
  sectorBox.value = chosen.sector;
  languageBox.value = chosen.lang;
  if (chosen.from || chosen.sector || chosen.project || chosen.lang !== data.language) render();
}

sectorBox.addEventListener("change", () => change({ sector: sectorBox.value }));
languageBox.addEventListener("change", () => change({ lang: languageBox.value }));
find("form", finder).addEventListener("submit", (event) => event.preventDefault());
find(".route-reset", finder).addEventListener("click", () => {
  showPlace(null);
  showProject(null);
  showDropped([]);
  change({ from: "", sector: "", lang: data.language, project: "" });
  find("#route-from").focus();
});
find(".route-copy", finder).addEventListener("click", async () => {
  const status = find(".route-copied", finder);
  if (await copyText(location.href)) {
    status.textContent = words.copied;
    return;
  }
  // Opened from disk, or forbidden by the browser: the address can be copied by hand.
  const box = make("input", { type: "text", readonly: true, value: location.href, "aria-label": words.copy_this });
  setChildren(status, words.copy_this, " ", box);
  box.select();
});
takeAddress();
