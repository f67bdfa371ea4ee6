// A short message at the foot of the window: it takes no room from the page, and screen readers say it.
import { make } from "./dom.js";

const STAYS = 6000;

/** @type {HTMLElement | undefined} */
let place;
let waiting = 0;

/**
 * Shows a message for a while; one that asks for something stays until the next.
 * @param {string} text
 * @param {HTMLElement} [asked]
 */
export function toast(text, asked) {
  if (!place) {
    place = make("div", { class: "toast", role: "status" });
    document.body.append(place);
  }
  clearTimeout(waiting);
  place.replaceChildren(make("p", {}, text));
  if (asked) place.append(asked);
  place.classList.add("toast--shown");
  if (!asked) waiting = window.setTimeout(hide, STAYS);
}

/** Takes the message away. */
export function hide() {
  place?.classList.remove("toast--shown");
  place?.replaceChildren();
}
