// Shows beside a contact whether it is open now, and its office hours in the reader's time zone.
import { readJson, formatMessage } from "../lib/dom.js";
import { clock, dateIn, isZone, joinHolidays, readHours, state, week } from "./office_hours.js";

/** @typedef {Record<string, string>} Words */

const MINUTE = 60_000;
const SUNDAY = Date.UTC(2024, 0, 7);
const DAY = 1440 * MINUTE;

/**
 * Show the status of every contact below an element, and update it until the returned function is called.
 * @param {ParentNode} within
 * @returns {() => void}
 */
export function watchContacts(within) {
  const reader = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const elements = /** @type {HTMLElement[]} */ ([
    ...within.querySelectorAll(".contact-status[data-hours]:not([data-state])"),
  ]);
  if (elements.length === 0 || !isZone(reader)) return () => {};
  /** @type {Words} */
  const words = readJson(".contact-words");
  /** @type {import("./office_hours.js").HolidayLists} */
  const lists = document.querySelector(".holiday-data") ? readJson(".holiday-data") : {};
  const update = () => {
    const now = Date.now();
    /** @type {Map<string, [string, boolean]>} */
    const messages = new Map();
    for (const element of elements) {
      const { hours = "", zone = "", holidays = "" } = element.dataset;
      if (!isZone(zone)) continue;
      const key = `${zone} ${holidays} ${hours}`;
      const kept = joinHolidays(lists, holidays.split(" "));
      const [text, open] = messages.get(key) ?? formatStatus(hours, zone, reader, now, words, kept);
      messages.set(key, [text, open]);
      element.textContent = text;
      element.dataset.state = open ? "open" : "closed";
      const localHours = element.parentElement?.querySelector(".contact-local-hours");
      if (localHours) localHours.textContent = formatWeek(hours, zone, reader, now, words);
    }
  };
  update();
  const timer = setInterval(update, MINUTE);
  return () => clearInterval(timer);
}

/**
 * Format whether a contact is open, and when that changes.
 * @param {string} hours
 * @param {string} zone
 * @param {string} reader
 * @param {number} now
 * @param {Words} words
 * @param {import("./office_hours.js").Holidays} [holidays]
 * @returns {[string, boolean]}
 */
export function formatStatus(hours, zone, reader, now, words, holidays) {
  const status = state(readHours(hours), zone, now, holidays);
  if (!status) return ["", false];
  if (status.always) return [words.always, true];
  const [today, then] = [dateIn(reader, now), dateIn(reader, status.at)];
  const day = status.open || today === then ? "" : dayName(Date.parse(today), Date.parse(then), words);
  const shown = `${day} ${clock(reader, status.at)}`.trim();
  const time = sameClock(zone, reader, status.at) ? shown : formatMessage(words.time, { time: shown });
  if (status.holiday) return [formatMessage(words.holiday, { name: status.holiday, time }), false];
  return status.open
    ? [formatMessage(words.open, { time }), true]
    : [formatMessage(words.closed, { time }), false];
}

/**
 * Format the office hours of the coming week in the reader's time zone.
 * @param {string} hours
 * @param {string} zone
 * @param {string} reader
 * @param {number} now
 * @param {Words} words
 */
export function formatWeek(hours, zone, reader, now, words) {
  const rules = readHours(hours);
  if (rules.length === 0) return "";
  const days = Array.from({ length: 8 }, (_, ahead) => now + ahead * DAY);
  if (state(rules, zone, now)?.always) return "";
  if (days.every((at) => sameClock(zone, reader, at))) return words.same_clock;
  const rows = week(rules, zone, reader, now).map(({ days: on, open }) => {
    const [first, last] = [weekday(on[0], words), weekday(on[on.length - 1], words)];
    const from = on.length === 1 ? first : formatMessage(words.days, { first, last });
    return formatMessage(words.row, { days: from, hours: open.map((times) => times.join("–")).join(words.comma) });
  });
  return formatMessage(words.local_hours, { zone: zoneName(reader, now, words), hours: rows.join(words.semicolon) });
}

/** @param {string} zone @param {string} reader @param {number} at */
function sameClock(zone, reader, at) {
  return clock(zone, at) === clock(reader, at) && dateIn(zone, at) === dateIn(reader, at);
}

/**
 * Name a day by its weekday, one a week or more ahead by its date.
 * @param {number} today
 * @param {number} then
 * @param {Words} words
 */
function dayName(today, then, words) {
  if (then - today < 7 * DAY) return weekday(new Date(then).getUTCDay(), words);
  return new Intl.DateTimeFormat(words.locale, { month: "long", day: "numeric", timeZone: "UTC" }).format(then);
}

/** @param {number} day @param {Words} words */
function weekday(day, words) {
  return new Intl.DateTimeFormat(words.locale, { weekday: "short", timeZone: "UTC" }).format(SUNDAY + day * DAY);
}

/**
 * Return the name of the reader's time zone, or its identifier where the browser has no name for it.
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
