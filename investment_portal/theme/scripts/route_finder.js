// The route finder: place, sector, language and project lead to contacts; the address holds the choice.
import { isTrackingParameter, readAddress, writeAddress } from "./lib/address.js";
import { copyText } from "./lib/clipboard.js";
import { find, formatMessage, make, readJson, setChildren } from "./lib/dom.js";
import { linkToIndexFiles } from "./lib/file_links.js";
import { loadAllProjects } from "./lib/project_names.js";
import { today } from "./lib/today.js";
import { combobox } from "./contacts/combobox.js";
import { joinHolidays, isZone, readHours, state } from "./contacts/office_hours.js";
import { loadPlaces, placesNamed, similarPlaces } from "./contacts/places.js";
import { formatOpening, watchContacts } from "./contacts/status.js";
import { escalation, inAnotherLanguage, isAbroad, isLocal, route } from "./contacts/route.js";
import { offerTools } from "./shell/assistants.js";

/** @typedef {{id: string, name: string, within: string | null, keys: string[], also: string[][]}} Place */
/** @typedef {import("./contacts/places.js").KnownPlace} KnownPlace */
/** @typedef {{from: string, sector: string, lang: string, project: string}} Chosen */

const LONGEST = 60;
const finder = find(".route-finder");
/**
 * @type {{routes: import("./contacts/route.js").Declaration, places: Place[], reasons: Record<string, string>,
 *   language: "zh" | "en", zone: string, day: string, names: string, shared: string, chunks: number, words: Record<string, string>}}
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
/** @type {KnownPlace | null} a place within the chosen origin, as the reader typed it */
let within = null;
/** A typed place that is not known. */
let unknown = "";
/** @type {KnownPlace[]} */
let known = [];
let stop = watchContacts(result);

const showPlace = combobox({
  input: find("#route-from"),
  list: find("#route-from-list"),
  status: find("#route-from-status"),
  options: async () => {
    known = await loadPlaces(data.shared);
    return [
      ...data.places.map((place) => ({ ...place, inner: place.within !== null })),
      ...known.map((place, at) => ({
        id: `place ${at}`,
        name: place.name[data.language],
        keys: place.keys,
        note: place.via?.[data.language] ?? places.get(place.origin)?.name,
        ready: true,
      })),
    ];
  },
  choose: (id) => {
    const place = id?.startsWith("place ") ? known[Number(id.slice(6))] : null;
    choosePlace(place ? place.origin : (id ?? ""), place);
  },
  unknown: (typed) => choosePlace("", null, typed),
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

/**
 * @param {string} origin
 * @param {KnownPlace | null} place
 * @param {string} [typed] a place that is not known
 */
function choosePlace(origin, place, typed = "") {
  within = place;
  unknown = typed;
  change({ from: origin });
}

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
    ["place", within?.name[data.language] ?? unknown],
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
  const abroad = chosen.from ? isAbroad(routes, chosen.from) : data.language !== "zh";
  const after = escalation(routes, { first: legs[0]?.contact, day, abroad }).filter(
    ({ contact }) => !shown.some((leg) => leg.contact === contact),
  );
  setChildren(find(".route-contacts", result), ...shown.map((leg, place) => card(leg, place === 0)));
  setChildren(find(".route-escalation .ladder", result), ...after.map((leg) => card(leg, false)));
  find(".route-escalation", result).hidden = after.length === 0;

  const language = optionOf(languageBox, chosen.lang);
  const heading = formatMessage(words.heading, {
    place: placeText(),
    sector:
      projects.get(chosen.project)?.name ?? (chosen.sector ? optionOf(sectorBox, chosen.sector) : words.any_sector),
    language,
  });
  find(".route-heading", finder).textContent = heading;
  showUnknown();
  const nobody = find(".route-none", finder);
  nobody.hidden = found.length > 0;
  nobody.textContent =
    found.length > 0 ? "" : formatMessage(words.none, { language, other: optionOf(languageBox, data.language) });
  const first = result.querySelector(".contact--first .contact-name a")?.textContent ?? "";
  find(".route-status", finder).textContent =
    `${heading}: ${formatMessage(words.first, { desk: first, count: shown.length })}`;
  setChildren(find(".route-copied", finder));
  if (isLocal(routes, chosen.from)) dialLocally();
  linkToIndexFiles(result);
  stop();
  stop = watchContacts(result);
  showClosed(abroad);
}

/** Return the place as it was understood: “Munich → Germany”. */
function placeText() {
  if (!places.has(chosen.from)) return words.anywhere;
  const origin = places.get(chosen.from)?.name ?? "";
  if (!within) return formatMessage(words.place, { place: origin });
  const place = within.name[data.language];
  if (within.via) return formatMessage(words.via, { place, via: within.via[data.language] });
  return formatMessage(words.place, { place });
}

/** Say that a typed place is not known, and offer places that are spelled alike. */
function showUnknown() {
  const line = find(".route-similar", finder);
  line.hidden = unknown === "";
  if (unknown === "") return;
  const alike = similarPlaces(known, unknown).map((place) => {
    const button = make("button", { type: "button", class: "button" }, place.name[data.language]);
    button.addEventListener("click", () => {
      showPlace({ id: `place ${known.indexOf(place)}`, name: place.name[data.language], keys: [] });
      choosePlace(place.origin, place);
    });
    return button;
  });
  setChildren(
    line,
    formatMessage(words.unknown, { typed: unknown }),
    ...(alike.length > 0 ? [" ", words.similar, " ", ...alike] : []),
  );
}

/** Within the portal's own city its numbers are dialled without the area code. */
function dialLocally() {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (result.querySelectorAll("[data-local-href]"))) {
    link.href = link.dataset.localHref ?? link.href;
    link.textContent = link.dataset.local ?? link.textContent;
    const note = link.parentElement?.querySelector(".contact-phone-note");
    note?.remove();
  }
}

/**
 * While nobody is in the office, put the ways first that work now: a meeting, a letter, a number that is answered.
 * @param {boolean} abroad
 */
function showClosed(abroad) {
  const panel = find(".route-closed", finder);
  const reader = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const now = Date.now();
  /** @type {import("./contacts/office_hours.js").HolidayLists} */
  const lists = document.querySelector(".holiday-data") ? readJson(".holiday-data") : {};
  const contacts = [...result.querySelectorAll(".route-contacts > li:not([hidden])")].map((card) => {
    const status = /** @type {HTMLElement | null} */ (card.querySelector(".contact-status"));
    const { hours = "", zone = "", holidays = "" } = status?.dataset ?? {};
    const at = isZone(zone) ? state(readHours(hours), zone, now, joinHolidays(lists, holidays.split(" "))) : null;
    return { card, zone, at };
  });
  const closed = contacts.filter(({ at }) => at && !at.open);
  panel.hidden = closed.length === 0 || contacts.some(({ at }) => at?.open) || !isZone(reader);
  if (panel.hidden) return;
  const first = closed[0];
  const status = readJson(".contact-words");
  const name = first.card.querySelector(".contact-name a")?.textContent ?? "";
  find(".route-closed-text", panel).textContent = formatMessage(words.all_closed, {
    desk: name,
    time: formatOpening(first.zone, reader, first.at?.at ?? now, now, status),
  }).replace("） ", "）");
  const id = first.card.getAttribute("data-contact") ?? "";
  for (const form of /** @type {NodeListOf<HTMLAnchorElement>} */ (
    panel.querySelectorAll(".route-closed-meeting, .route-closed-write")
  ))
    form.search = `?desk=${id}`;
  showLink(find(".route-closed-mail", panel), first.card.querySelector(".contact-mail"), "{phone}");
  const answered = abroad ? null : result.querySelector('.route-escalation .contact-status[data-state="open"]');
  const number = answered?.closest("li")?.querySelector(".contact-links .button");
  showLink(find(".route-closed-phone", panel), number ?? null, words.answered);
}

/** @param {HTMLElement} link @param {Element | null} like the link to repeat @param {string} text */
function showLink(link, like, text) {
  link.hidden = !like;
  link.setAttribute("href", like?.getAttribute("href") ?? "");
  link.textContent = like ? formatMessage(text, { phone: like.textContent ?? "" }) : "";
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
    { class: first ? "contact contact--first" : "contact contact--next", "data-contact": contact },
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
    place: typed = "",
    sector = "",
    lang = "",
    project = "",
  } = Object.fromEntries(["from", "place", "sector", "lang", "project"].map((name) => [name, address.get(name) ?? ""]));
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
  if (typed !== "") await takePlace(typed);
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
  if (chosen.from || unknown || chosen.sector || chosen.project || chosen.lang !== data.language) render();
  else showClosed(data.language !== "zh");
}

/** Take a place by its name from the address, within the origin that the address names too. @param {string} typed */
async function takePlace(typed) {
  result.classList.add("route-result--waiting");
  known = await loadPlaces(data.shared);
  const named = placesNamed(known, typed).filter(({ origin }) => !chosen.from || origin === chosen.from);
  if (named.length === 0) {
    if (!chosen.from) unknown = typed.slice(0, LONGEST);
    return;
  }
  within = named[0];
  chosen.from = within.origin;
  showPlace({ id: `place ${known.indexOf(within)}`, name: within.name[data.language], keys: [] });
}

sectorBox.addEventListener("change", () => change({ sector: sectorBox.value }));
languageBox.addEventListener("change", () => change({ lang: languageBox.value }));
find("form", finder).addEventListener("submit", (event) => event.preventDefault());
find(".route-reset", finder).addEventListener("click", () => {
  showPlace(null);
  showProject(null);
  showDropped([]);
  [within, unknown] = [null, ""];
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
/** Show the answer once it has been laid out unseen: what is first seen where it stays has not moved. */
function showResult() {
  requestAnimationFrame(() => requestAnimationFrame(() => finder.classList.add("route-finder--ready")));
}

takeAddress().finally(showResult);
offerTools();
