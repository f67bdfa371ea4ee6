// Today's date: in the portal's time zone for deadlines, in the reader's on printed pages.
import { formatMessage } from "./dom.js";

/**
 * Return today's date in a time zone, as "2026-11-25"; in the reader's zone where the browser does not know it.
 * @param {string} [zone]
 * @param {string} [earliest] a day that has certainly begun: an earlier clock is wrong
 */
export function today(zone, earliest = "") {
  const now = isoDate(zone) || isoDate(undefined);
  return now > earliest ? now : earliest;
}

/** @param {string | undefined} timeZone */
function isoDate(timeZone) {
  try {
    // The Swedish locale formats dates as ISO 8601.
    return new Intl.DateTimeFormat("sv-SE", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" }).format();
  } catch {
    return "";
  }
}

/**
 * Return the time of the day in a time zone, as "09:30"; in the reader's zone where the browser does not know it.
 * @param {string} zone
 */
export function clockTime(zone) {
  return hourAndMinute(zone) || hourAndMinute(undefined);
}

/** @param {string | undefined} timeZone */
function hourAndMinute(timeZone) {
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone, hour: "2-digit", minute: "2-digit" }).format();
  } catch {
    return "";
  }
}

/**
 * Format a date in full in the page's language.
 * @param {string} day
 */
export function formatLongDate(day) {
  const { lang } = document.documentElement;
  return new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(day),
  );
}

/** Write the date of printing into elements with `data-printed="printed on {day}"`, which only paper shows. */
export function writePrintDates() {
  const write = () => {
    const day = formatLongDate(today());
    for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-printed]"))) {
      place.textContent = formatMessage(place.dataset.printed ?? "", { day });
    }
  };
  write();
  addEventListener("beforeprint", write);
}
