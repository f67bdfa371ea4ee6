// Draws the QR codes of a page: when one comes into view, and all of them when the page is printed.
import { draw, encode } from "./lib/qr.js";

const PLACES = "svg[data-code]";

/**
 * Replaces an empty place by the code of its text (JSON), labelled by its caption; a text too long for a code leaves it empty.
 * @param {Element} place
 */
function fill(place) {
  const code = encode(JSON.parse(place.getAttribute("data-code") ?? '""'));
  if (code) place.replaceWith(draw(code, place.parentElement?.textContent?.trim() ?? ""));
}

const watching = new IntersectionObserver((entries) => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    watching.unobserve(target);
    fill(target);
  }
});
for (const place of document.querySelectorAll(PLACES)) watching.observe(place);
// What is hidden on the screen never comes into view, and paper waits for nothing: this event is the last moment.
addEventListener("beforeprint", () => document.querySelectorAll(PLACES).forEach(fill));
