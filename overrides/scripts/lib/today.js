// Today's date: where the portal is, for what ends on a day; where the reader is, on what is printed.
import { say } from "./dom.js";

/**
 * Returns today's date in a time zone, as "2026-11-25"; where the browser does not know the zone, that of its own clock.
 * @param {string} zone
 * @param {string} [earliest] a day that has begun for certain: a clock that is behind it is wrong
 */
export function today(zone, earliest = "") {
  const now = isoDate(zone) || isoDate(undefined);
  return now > earliest ? now : earliest;
}

/** @param {string | undefined} timeZone */
function isoDate(timeZone) {
  try {
    // Swedish dates are written as ISO 8601 has them.
    return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format();
  } catch {
    return "";
  }
}

/** Writes the date of printing, by the reader's clock, into places that only paper shows: `data-printed="printed on {day}"`. */
export function datePrints() {
  const locale = document.documentElement.lang.startsWith("en") ? "en-GB" : document.documentElement.lang;
  const write = () => {
    const day = new Intl.DateTimeFormat(locale, { dateStyle: "long" }).format();
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-printed]"))) {
      place.textContent = say(place.dataset.printed ?? "", { day });
    }
  };
  write();
  addEventListener("beforeprint", write);
}
