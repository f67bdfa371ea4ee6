// Draws QR codes: each when it comes into view, all of them before printing.
import { draw, encode } from "./lib/qr.js";

const PLACES = "svg[data-code]";

/**
 * Replace a placeholder by the code of its text (JSON), labelled by its caption; one with a text too long stays empty.
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
// Hidden codes never come into view, and printing does not wait: this event is the last moment.
addEventListener("beforeprint", () => document.querySelectorAll(PLACES).forEach(fill));
