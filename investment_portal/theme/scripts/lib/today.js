// Today's date: where the portal is, for what ends on a day; where the reader is, on what is printed.
import { say } from "./dom.js";

/**
 * Returns today's date in a time zone, as "2026-11-25"; by the reader's own clock without one that the browser knows.
 * @param {string} [zone]
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

/**
 * Writes a date in full, as the page's language does.
 * @param {string} day
 */
export function inFull(day) {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(day),
  );
}

/** Writes the date of printing, by the reader's clock, into places that only paper shows: `data-printed="printed on {day}"`. */
export function datePrints() {
  const write = () => {
    const day = inFull(today());
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-printed]"))) {
      place.textContent = say(place.dataset.printed ?? "", { day });
    }
  };
  write();
  addEventListener("beforeprint", write);
}
