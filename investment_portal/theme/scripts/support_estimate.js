// The support for a project on its page: the engine of the matcher with the sector, sum and jobs of the project.
import { loadData } from "./lib/data_script.js";
import { formatMessage, make } from "./lib/dom.js";
import { today } from "./lib/today.js";
import { assess } from "./incentives/assess.js";
import { factsOf } from "./incentives/plan.js";
import { copyable, splits, totalSentence } from "./incentives/total.js";

const place = /** @type {HTMLElement | null} */ (document.querySelector(".support-estimate"));

if (place)
  loadData(place.dataset.source ?? "", place.dataset.name ?? "").then(
    (data) => show(place, data),
    // Without the data the link to the matcher stays.
    () => {},
  );

/**
 * @param {HTMLElement} element
 * @param {any} data
 */
function show(element, data) {
  const { support: words } = data;
  const day = today(data.zone, data.day);
  /** @param {string | undefined} stated */
  const answer = (stated) => {
    const plan = new URLSearchParams(stated);
    /** @param {string} name */
    const value = (name) => plan.get(name) ?? "";
    const facts = factsOf({ sector: value("sector"), investment: value("investment"), jobs: value("jobs") });
    return assess(data.package, facts, day);
  };
  // A range counts with its lower bound for a certain sum, with its upper one for a possible sum.
  const [{ certain }, { possible }] = [answer(element.dataset.facts), answer(element.dataset.most)];
  const sentence = totalSentence(certain, possible, day, data);
  element.prepend(
    copyable(formatMessage(words.project, { sentence }), certain, possible, words),
    make("details", { class: "folded" }, make("summary", {}, words.split), splits(certain, possible, data)),
  );
  element.dataset.ready = "";
}
