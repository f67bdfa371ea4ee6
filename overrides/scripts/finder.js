// Narrows the cards of a page to those that contain every word typed; the address keeps the words.
import { readAddress, writeAddress } from "./lib/address.js";
import { find } from "./lib/dom.js";

const LONGEST = 200;
const finder = find(".finder");
/** @type {HTMLFormElement} */
const form = find("form", finder);
/** @type {HTMLInputElement} */
const box = find("input", form);
const said = find(".finder-said", finder);
const cards = [...document.querySelectorAll(".card")].map((card) => ({
  card: /** @type {HTMLElement} */ (card),
  text: plain(card.textContent ?? ""),
}));
const groups = /** @type {HTMLElement[]} */ ([...document.querySelectorAll("section.block")].filter((group) => group.querySelector(".card")));

/** @param {string} text */
function plain(text) {
  return text.normalize("NFKC").toLowerCase();
}

function narrow() {
  const words = plain(box.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { card, text } of cards) {
    const fits = words.every((word) => text.includes(word));
    card.hidden = !fits;
    count += Number(fits);
  }
  for (const group of groups) group.hidden = !group.querySelector(".card:not([hidden])");
  const { none = "", found = "" } = finder.dataset;
  if (words.length === 0) said.textContent = "";
  else said.textContent = count === 0 ? none : found.replace("#", String(count));
}

box.value = (readAddress().get("q") ?? "").slice(0, LONGEST);
box.maxLength = LONGEST;
box.addEventListener("input", () => {
  narrow();
  writeAddress([["q", box.value]]);
});
form.addEventListener("submit", (event) => event.preventDefault());
for (const link of finder.querySelectorAll(".jump a"))
  link.addEventListener("click", () => /** @type {HTMLElement | null} */ (finder.querySelector("[popover]:popover-open"))?.hidePopover());
narrow();
