// Filters the list that other sites show, by words and sector; the address of the frame may set both.
import { find, formatMessage } from "./lib/dom.js";

const form = find(".embed-filter");
const text = /** @type {HTMLInputElement} */ (find("#embed-text"));
const sector = /** @type {HTMLSelectElement | null} */ (document.querySelector("#embed-sector"));
const count = find(".embed-count");
const items = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".embed-list > li")]);
const texts = items.map((item) => (item.textContent || "").toLowerCase());

/** Show the entries that have all words, in the sector that is chosen. */
function filter() {
  const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  items.forEach((item, place) => {
    const fits = !sector?.value || (item.dataset.sectors || "").split(" ").includes(sector.value);
    item.hidden = !(fits && words.every((word) => texts[place].includes(word)));
    if (!item.hidden) shown += 1;
  });
  count.textContent = formatMessage(count.dataset.words || "", { count: shown });
}

const parameters = new URLSearchParams(location.search);
text.value = parameters.get("q") || "";
if (sector) sector.value = parameters.get("sector") || "";
if (sector && !sector.value) sector.value = "";
form.hidden = false;
form.addEventListener("input", filter);
filter();
