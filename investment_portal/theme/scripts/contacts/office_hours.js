// Office hours as instants: stated in the contact's time zone, shown in any other, correct across clock changes.

import { has, lastOf } from "../lib/collections.js";

/** @typedef {{days: number[], open: [number, number][]}} Rule Days of the week (Sunday is 0) and minutes of the day. */
/** @typedef {{start: number, end: number}} Opening */
/** @typedef {{closed: [string, string, string][], work: string[]}} Holidays Days off with their names, and days worked instead. */
/** @typedef {Record<string, Holidays>} HolidayLists Lists of holidays by id. */

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const WEEK = 7;
const DAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();
/** @type {Holidays} */
const NONE = { closed: [], work: [] };
/** Days within which a contact opens again after the longest holiday. */
const LONG = 45;

/**
 * Join the lists of holidays that a contact keeps; one that is not there is left out.
 * @param {HolidayLists} lists
 * @param {string[]} ids
 * @returns {Holidays}
 */
export function joinHolidays(lists, ids) {
  const kept = ids.flatMap((id) => (has(lists, id) ? [lists[id]] : []));
  return { closed: kept.flatMap(({ closed }) => closed), work: kept.flatMap(({ work }) => work) };
}

/**
 * Return the name of the holiday of a day ("2026-10-01"); null on other days.
 * @param {Holidays} holidays
 * @param {string} day
 * @returns {string | null}
 */
export function holidayOn({ closed }, day) {
  return closed.find(([first, last]) => first <= day && day <= last)?.[2] ?? null;
}

/**
 * Return the day of the week whose hours a date has: on a make-up working day that of the first working day with hours.
 * @param {Rule[]} rules
 * @param {Holidays} holidays
 * @param {Date} date
 * @returns {number | null} null on a holiday
 */
function weekdayOf(rules, holidays, date) {
  const day = date.toISOString().slice(0, 10);
  if (holidayOn(holidays, day) !== null) return null;
  const worked = holidays.work.includes(day) ? [1, 2, 3, 4, 5] : [];
  return worked.find((weekday) => rules.some((rule) => rule.days.includes(weekday))) ?? date.getUTCDay();
}

/**
 * Parse office hours: "mon-fri 09:00-12:00,14:00-18:00;sat 10:00-12:00;wed,sun 22:00-06:00". Anything else is ignored.
 * @param {string} text
 * @returns {Rule[]}
 */
export function readHours(text) {
  return text.split(";").flatMap((part) => {
    const [days = "", spans = ""] = part.trim().split(" ");
    const open = spans
      .split(",")
      .map((span) => /^(\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(span))
      .filter((match) => match !== null)
      .map(
        (match) => {
          const [start, end] = [Number(match[1]) * 60 + Number(match[2]), Number(match[3]) * 60 + Number(match[4])];
          // A span that does not run forward ends on the next day.
          return /** @type {[number, number]} */ ([start, end > start ? end : end + 1440]);
        },
      );
    const on = daysOf(days);
    return on.length > 0 && open.length > 0 ? [{ days: on, open }] : [];
  });
}

/**
 * Return the days of the week of "mon-fri" or "tue,sat-sun"; none where one of them is no day.
 * @param {string} text
 * @returns {number[]}
 */
function daysOf(text) {
  const ranges = text.split(",").map((range) => range.split("-").map((day) => DAYS.indexOf(day)));
  if (ranges.flat().includes(-1)) return [];
  return DAYS.map((_, day) => day).filter((day) =>
    ranges.some(([first, last = first]) => (day - first + WEEK) % WEEK <= (last - first + WEEK) % WEEK),
  );
}

/**
 * Return the openings that end after an instant and begin within a number of days, in order; adjacent ones are merged.
 * @param {Rule[]} rules
 * @param {string} zone
 * @param {number} from
 * @param {number} [days]
 * @param {Holidays} [holidays]
 * @returns {Opening[]}
 */
export function openings(rules, zone, from, days = WEEK + 1, holidays = NONE) {
  const today = wall(zone, from);
  /** @type {Opening[]} */
  const spans = [];
  for (let ahead = -1; ahead <= days; ahead += 1) {
    const date = new Date(Date.UTC(today.year, today.month - 1, today.day + ahead));
    const weekday = weekdayOf(rules, holidays, date);
    for (const rule of rules)
      if (weekday !== null && rule.days.includes(weekday))
        for (const [start, end] of rule.open)
          spans.push({
            start: instant(zone, date.getTime() + start * MINUTE),
            end: instant(zone, date.getTime() + end * MINUTE),
          });
  }
  spans.sort((first, other) => first.start - other.start);
  /** @type {Opening[]} */
  const joined = [];
  for (const opening of spans) {
    const last = lastOf(joined);
    if (last && opening.start <= last.end) last.end = Math.max(last.end, opening.end);
    else joined.push({ ...opening });
  }
  return joined.filter((opening) => opening.end > from && opening.start < from + days * DAY);
}

/**
 * Return whether a contact is open and when that changes; null without office hours.
 * @param {Rule[]} rules
 * @param {string} zone
 * @param {number} now
 * @param {Holidays} [holidays]
 * @returns {{open: boolean, always: boolean, at: number, holiday: string | null} | null} the holiday for which it is closed
 */
export function state(rules, zone, now, holidays = NONE) {
  const soon = openings(rules, zone, now, WEEK + 1, holidays);
  const [next] = soon.length > 0 || holidays.closed.length === 0 ? soon : openings(rules, zone, now, LONG, holidays);
  if (!next) return null;
  const open = next.start <= now;
  const holiday = open ? null : holidayOn(holidays, dateIn(zone, now));
  return { open, always: open && next.end - now > WEEK * DAY, at: open ? next.end : next.start, holiday };
}

/**
 * Return the hours of the next seven days in the reader's time zone, from Monday on; days with equal hours share a row.
 * @param {Rule[]} rules
 * @param {string} zone
 * @param {string} reader
 * @param {number} now
 * @returns {{days: number[], open: [string, string][]}[]}
 */
export function week(rules, zone, reader, now) {
  const today = wall(reader, now);
  const midnight = Date.UTC(today.year, today.month - 1, today.day);
  /** @type {Map<number, [string, string][]>} */
  const perDay = new Map();
  for (let ahead = 0; ahead < WEEK; ahead += 1) {
    const [start, end] = [instant(reader, midnight + ahead * DAY), instant(reader, midnight + (ahead + 1) * DAY)];
    /** @type {[string, string][]} */
    const open = openings(rules, zone, start, 2)
      .filter((opening) => opening.start < end)
      .map((opening) => [
        clock(reader, Math.max(opening.start, start)),
        opening.end >= end ? "24:00" : clock(reader, opening.end),
      ]);
    if (open.length > 0) perDay.set(new Date(midnight + ahead * DAY).getUTCDay(), open);
  }
  /** @type {{days: number[], open: [string, string][]}[]} */
  const rows = [];
  for (const day of [1, 2, 3, 4, 5, 6, 0]) {
    const open = perDay.get(day);
    const last = lastOf(rows);
    if (open && last && String(last.open) === String(open) && (lastOf(last.days) ?? 0) + 1 === (day || WEEK))
      last.days.push(day);
    else if (open) rows.push({ days: [day], open });
  }
  return rows;
}

/**
 * Return the instant of a wall-clock time (given as if it were UTC) in a zone. A time skipped by a clock change is moved forward.
 * @param {string} zone
 * @param {number} wallTime
 * @returns {number}
 */
export function instant(zone, wallTime) {
  const guess = wallTime - offset(zone, wallTime);
  const better = wallTime - offset(zone, guess);
  return offset(zone, better) === wallTime - better ? better : Math.max(guess, better);
}

/**
 * Format the wall-clock time of an instant in a zone, as "08:30".
 * @param {string} zone
 * @param {number} at
 */
export function clock(zone, at) {
  const { hour, minute } = wall(zone, at);
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

/**
 * Return the date of a zone at an instant, as "2026-11-23".
 * @param {string} zone
 * @param {number} at
 */
export function dateIn(zone, at) {
  const { year, month, day } = wall(zone, at);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/**
 * Return whether the browser knows a time zone.
 * @param {string | undefined} zone
 * @returns {zone is string}
 */
export function isZone(zone) {
  try {
    return Boolean(zone) && wall(String(zone), 0).year > 0;
  } catch {
    return false;
  }
}

/** @param {string} zone @param {number} at */
function offset(zone, at) {
  const { year, month, day, hour, minute, second } = wall(zone, at);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
}

/** @param {string} zone @param {number} at */
function wall(zone, at) {
  let format = clocks.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    clocks.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  return /** @type {{year: number, month: number, day: number, hour: number, minute: number, second: number}} */ (
    /** @type {unknown} */ (parts)
  );
}
