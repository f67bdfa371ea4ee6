// Tells beside a desk whether it is in its hours now, and which hours those are on the reader's own clock.
import { dataOf, say } from "../lib/dom.js";
import { clock, dateIn, knows, readHours, state, week } from "./office_hours.js";

/** @typedef {Record<string, string>} Words */

const MINUTE = 60_000;
const SUNDAY = Date.UTC(2024, 0, 7);
const DAY = 1440 * MINUTE;

/**
 * Tells it beside every desk below an element, and keeps it current until the function given back is called.
 * @param {ParentNode} within
 * @returns {() => void}
 */
export function watchDesks(within) {
  const reader = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const desks = /** @type {HTMLElement[]} */ ([
    ...within.querySelectorAll(".contact-status[data-hours]:not([data-state])"),
  ]);
  if (desks.length === 0 || !knows(reader)) return () => {};
  /** @type {Words} */
  const words = dataOf(".contact-words");
  const tellAll = () => {
    const now = Date.now();
    /** @type {Map<string, [string, boolean]>} */
    const said = new Map();
    for (const desk of desks) {
      const { hours = "", zone = "" } = desk.dataset;
      if (!knows(zone)) continue;
      const key = `${zone} ${hours}`;
      const [text, open] = said.get(key) ?? tell(hours, zone, reader, now, words);
      said.set(key, [text, open]);
      desk.textContent = text;
      desk.dataset.state = open ? "open" : "closed";
      const yours = desk.parentElement?.querySelector(".contact-local-hours");
      if (yours) yours.textContent = tellWeek(hours, zone, reader, now, words);
    }
  };
  tellAll();
  const timer = setInterval(tellAll, MINUTE);
  return () => clearInterval(timer);
}

/**
 * Says whether a desk is in its hours, until when, else in how long it is.
 * @param {string} hours
 * @param {string} zone
 * @param {string} reader
 * @param {number} now
 * @param {Words} words
 * @returns {[string, boolean]}
 */
export function tell(hours, zone, reader, now, words) {
  const found = state(readHours(hours), zone, now);
  if (!found) return ["", false];
  if (found.always) return [words.always, true];
  const [today, then] = [dateIn(reader, now), dateIn(reader, found.at)];
  const day = found.open || today === then ? "" : weekday(new Date(`${then}T00:00:00Z`).getUTCDay(), words);
  const shown = `${day} ${clock(reader, found.at)}`.trim();
  const time = sameClock(zone, reader, found.at) ? shown : say(words.time, { time: shown });
  return found.open
    ? [say(words.open, { time }), true]
    : [say(words.closed, { span: span(found.at - now, words), time }), false];
}

/**
 * Says the hours of the coming week on the reader's clock.
 * @param {string} hours
 * @param {string} zone
 * @param {string} reader
 * @param {number} now
 * @param {Words} words
 */
export function tellWeek(hours, zone, reader, now, words) {
  const rules = readHours(hours);
  if (rules.length === 0) return "";
  const days = Array.from({ length: 8 }, (_, ahead) => now + ahead * DAY);
  if (state(rules, zone, now)?.always) return "";
  if (days.every((at) => sameClock(zone, reader, at))) return words.same_clock;
  const rows = week(rules, zone, reader, now).map(({ days: on, open }) => {
    const [first, last] = [weekday(on[0], words), weekday(on[on.length - 1], words)];
    const from = on.length === 1 ? first : say(words.days, { first, last });
    return say(words.row, { days: from, hours: open.map((one) => one.join("–")).join(words.comma) });
  });
  return say(words.local_hours, { zone: zoneName(reader, now, words), hours: rows.join(words.semicolon) });
}

/** @param {string} zone @param {string} reader @param {number} at */
function sameClock(zone, reader, at) {
  return clock(zone, at) === clock(reader, at) && dateIn(zone, at) === dateIn(reader, at);
}

/** @param {number} length @param {Words} words */
function span(length, words) {
  const minutes = Math.max(1, Math.ceil(length / MINUTE));
  const values = { days: Math.floor(minutes / 1440), hours: Math.floor((minutes % 1440) / 60), minutes: minutes % 60 };
  if (values.days > 0) return say(words.span_days, values);
  return say(values.hours > 0 ? words.span_hours : words.span_minutes, values);
}

/** @param {number} day @param {Words} words */
function weekday(day, words) {
  return new Intl.DateTimeFormat(words.locale, { weekday: "short", timeZone: "UTC" }).format(SUNDAY + day * DAY);
}

/**
 * Names the reader's zone; a browser that knows no general name for it gives its place.
 * @param {string} zone
 * @param {number} at
 * @param {Words} words
 */
function zoneName(zone, at, words) {
  try {
    const format = new Intl.DateTimeFormat(words.locale, { timeZone: zone, timeZoneName: "longGeneric" });
    return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? zone;
  } catch {
    return zone;
  }
}
