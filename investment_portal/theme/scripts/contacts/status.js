// Shows beside a contact whether it is open now, and its office hours in the reader's time zone.
import { readJson, formatMessage } from "../lib/dom.js";
import { clock, dateIn, isZone, joinHolidays, readHours, state, week } from "./office_hours.js";

/** @typedef {Record<string, string>} Words */

/** Time zones of the mainland of China, where its service numbers can be dialled. */
const INLAND = new Set(["Asia/Shanghai", "Asia/Chongqing", "Asia/Harbin", "Asia/Urumqi", "Asia/Kashgar", "PRC"]);

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
  for (const links of /** @type {NodeListOf<HTMLElement>} */ (within.querySelectorAll("li [data-inland]"))) {
    const item = links.closest("li");
    if (item && isZone(reader) && !INLAND.has(reader)) item.hidden = true;
  }
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
      element.closest(".contact, .call-bar")?.classList.toggle("contact--closed", !open);
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
  if (status.open) {
    const shown = clockText(reader, status.at, words);
    const time = sameClock(zone, reader, status.at) ? shown : formatMessage(words.time, { time: shown });
    return [formatMessage(words.open, { time }), true];
  }
  const time = formatOpening(zone, reader, status.at, now, words);
  if (status.holiday) return [formatMessage(words.holiday, { name: status.holiday, time }), false];
  return [formatMessage(words.closed, { time }).replace("） ", "）"), false];
}

/**
 * Format when a contact opens: day and time where it is, and the reader's own time where that differs.
 * @param {string} zone
 * @param {string} reader
 * @param {number} at
 * @param {number} now
 * @param {Words} words
 */
export function formatOpening(zone, reader, at, now, words) {
  const there = dayAndTime(zone, at, now, words);
  if (sameClock(zone, reader, at)) return there;
  const sameDay = dateIn(zone, at) === dateIn(reader, at);
  const own = sameDay ? clockText(reader, at, words) : dayAndTime(reader, at, now, words, true);
  return formatMessage(INLAND.has(zone) ? words.both_china : words.both, { there, own });
}

/** @param {string} zone @param {number} at @param {number} now @param {Words} words @param {boolean} [named] the day in any case */
function dayAndTime(zone, at, now, words, named = false) {
  const [today, then] = [dateIn(zone, now), dateIn(zone, at)];
  const day = today === then && !named ? "" : dayName(Date.parse(today), Date.parse(then), words, named ? "short" : "long");
  return formatMessage(words.day_time, { day, time: clockText(zone, at, words) }).trim();
}

/** @param {string} zone @param {number} at @param {Words} words */
function clockText(zone, at, words) {
  const time = clock(zone, at);
  return words.locale.startsWith("zh") ? time.replace(/^0/, "") : time;
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
 * @param {"short" | "long"} [style]
 */
function dayName(today, then, words, style) {
  if (then - today < 7 * DAY) return weekday(new Date(then).getUTCDay(), words, style);
  return new Intl.DateTimeFormat(words.locale, { month: "long", day: "numeric", timeZone: "UTC" }).format(then);
}

/** @param {number} day @param {Words} words @param {"short" | "long"} [style] Chinese names are short in any case: 周一 */
function weekday(day, words, style = "short") {
  const length = words.locale.startsWith("zh") ? "short" : style;
  return new Intl.DateTimeFormat(words.locale, { weekday: length, timeZone: "UTC" }).format(SUNDAY + day * DAY);
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
