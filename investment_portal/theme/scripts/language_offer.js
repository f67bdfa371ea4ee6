// Offers the page in the language that the reader's browser asks for, until the reader declines. Only that is stored.
import { find, make } from "./lib/dom.js";
import { readStored, writeStored } from "./lib/storage.js";

const NAME = "portal-language-offer";

const offer = /** @type {HTMLElement} */ (find(".language-offer"));
const twin = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.portal-language"));

/** @param {string | null | undefined} tag */
function primary(tag) {
  return (tag || "").toLowerCase().split("-")[0];
}

/**
 * @param {unknown} value
 * @returns {value is boolean}
 */
function isAnswer(value) {
  return typeof value === "boolean";
}

/** @param {HTMLAnchorElement} link */
function show(link) {
  const label = link.getAttribute("aria-label") || link.textContent || "";
  const accept = make("a", { class: "button button--main", href: link.href, hreflang: link.hreflang }, label);
  const decline = make("button", { class: "button", type: "button" }, offer.dataset.decline);
  decline.addEventListener("click", () => {
    writeStored(NAME, true);
    offer.hidden = true;
  });
  offer.lang = link.hreflang;
  offer.append(accept, decline);
  offer.hidden = false;
}

const wanted = primary((navigator.languages || [navigator.language])[0]);
const here = primary(document.documentElement.lang);
if (twin && wanted !== here && wanted === primary(twin.hreflang) && !readStored(NAME, isAnswer, false)) show(twin);
