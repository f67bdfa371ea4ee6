// The matcher: on every change it assesses the facts, shows the results and writes the facts into the address.
import { has } from "./lib/collections.js";
import { find, formatMessage, make, readJson, setChildren } from "./lib/dom.js";
import { formatLongDate, today } from "./lib/today.js";
import { hasFacts, readFacts, writeFacts } from "./matcher/address.js";
import { assess, groupOf } from "./incentives/assess.js";
import { show } from "./matcher/results.js";
import { Form } from "./matcher/form.js";
import { offerTools } from "./shell/assistants.js";

const PINNED = "policy";
const NAMED = 6;

const data = readJson("#matcher-data");
const { words, facts } = data;
const form = new Form(find("form.matcher-form"), data);
const results = find(".matcher-results");
const status = find(".matcher-status");
const more = /** @type {HTMLDetailsElement | null} */ (document.querySelector(".matcher-more"));
/** @type {HTMLAnchorElement | null} */
const twin = document.querySelector(".portal-language");

/** @param {string} name */
const factOf = (name) => facts.find((/** @type {{name: string}} */ fact) => fact.name === name);
const speech = {
  ...data,
  label: (/** @type {string} */ name) => factOf(name)?.ask ?? "",
  // An implied fact was not stated itself.
  shown: (/** @type {string} */ name) => (factOf(name) && form.shown(factOf(name))) || words.yes_word,
};
let pinned = "";

function update() {
  const stated = form.stated();
  const some = Object.keys(stated).length > 0;
  const day = today(data.zone, data.day);
  const assessment = assess(data.package, stated, day);
  find(".matcher-day").textContent = formatMessage(words.as_of, { day: formatLongDate(day) });
  form.explain();
  show(results, some ? assessment : null, stated, pinned, { ...speech, today: day });
  /** @param {string} verdict */
  const count = (verdict) => assessment.policies.filter((policy) => groupOf(policy) === verdict).length;
  const counts = { yes: count("yes"), service: count("service"), unknown: count("unknown"), no: count("no") };
  find(".matcher-count").textContent = some ? formatMessage(words.count, counts) : "";
  find(".matcher-bar-text").textContent = some ? formatMessage(words.bar, counts) : words.start;
  setChildren(find(".matcher-facts"), ...facts.filter((/** @type {any} */ fact) => fact.name in stated).map(line));
  const hidden = facts.filter(
    (/** @type {any} */ fact) => fact.name in stated && more?.querySelector(`[data-fact="${fact.name}"]`),
  );
  if (more)
    find(".matcher-filled", more).textContent =
      hidden.length > 0 ? formatMessage(words.filled, { count: hidden.length }) : "";
}

/** @param {any} fact */
function line(fact) {
  return make("div", {}, make("dt", {}, fact.label), make("dd", {}, form.shown(fact)));
}

function write() {
  writeFacts([...form.state(), [PINNED, pinned]]);
  // The other language shows the same facts.
  if (twin) twin.hash = location.hash;
}

function read() {
  const address = readFacts();
  const wanted = address.get(PINNED) ?? "";
  pinned = has(data.policies, wanted) ? wanted : "";
  if (pinned) address.delete(PINNED);
  const dropped = form.fill(address);
  const notice = find(".matcher-dropped");
  notice.hidden = dropped.length === 0;
  notice.textContent =
    dropped.length > 0 ? formatMessage(words.dropped, { names: dropped.slice(0, NAMED).join(words.separator) }) : "";
  update();
  write();
}

form.form.addEventListener("input", () => {
  update();
  write();
});
// The facts stay the same, and so does the page: a click on a link that takes the focus must find it in its place.
form.form.addEventListener("change", (event) => {
  if (event.target instanceof HTMLInputElement && event.target.type === "text") form.tidy(event.target.name);
});
form.form.addEventListener("submit", (event) => event.preventDefault());
results.addEventListener("click", (event) => {
  const button = event.target instanceof Element ? event.target.closest("[data-missing-fact]") : null;
  if (!(button instanceof HTMLElement)) return;
  const question = find(`[data-fact="${button.dataset.missingFact}"]`, form.form);
  if (more?.contains(question)) more.open = true;
  find("input, select", question).focus();
});

/** @type {Record<string, () => void>} */
const TOOLS = {
  clear: () => {
    form.form.reset();
    find(".matcher-dropped").hidden = true;
    update();
    write();
    find("input, select", form.form).focus();
  },
  copy: () => {
    navigator.clipboard?.writeText(location.href).then(
      () => announce(words.copied),
      () => announce(words.not_copied),
    ) ?? announce(words.not_copied);
  },
  print: () => window.print(),
};
for (const button of document.querySelectorAll(".matcher [data-action]"))
  button.addEventListener("click", () => TOOLS[/** @type {HTMLElement} */ (button).dataset.action ?? ""]());

/** @param {string} message */
function announce(message) {
  status.textContent = message;
}

// A link to an anchor would replace the facts in the address.
find(".matcher-bar a").addEventListener("click", (event) => {
  event.preventDefault();
  results.scrollIntoView();
  results.focus({ preventScroll: true });
});
window.addEventListener("hashchange", () => (hasFacts() ? read() : write()));
read();
results.dataset.ready = "";
offerTools();
