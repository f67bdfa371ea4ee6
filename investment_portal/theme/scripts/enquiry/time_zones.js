// Dates and times in time zones, by the browser's own tables (Intl), summer time included.

import { joinHolidays, openings, readHours } from "../contacts/office_hours.js";

/** @typedef {{at: number, sort: "plain" | "skipped" | "twice"}} Moment An instant, and whether the typed time is skipped or repeated by a clock change. */

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Return the reader's time zone. */
export const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/**
 * Return the instant of a date and time in a zone.
 * @param {string} date as 2026-11-24
 * @param {string} time as 09:30
 * @param {string} zone
 * @returns {Moment | null} null where either is invalid
 */
export function instant(date, time, zone) {
  if (!/^\d{4}-\d\d-\d\d$/.test(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const wall = Date.parse(`${date}T${time}:00Z`);
  // Date.parse turns the 31st of February into March in some browsers.
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== date) return null;
  const offsets = [...new Set([offset(zone, wall - DAY), offset(zone, wall + DAY)])];
  const fits = offsets.map((candidate) => wall - candidate).filter((at) => at + offset(zone, at) === wall);
  if (fits.length === 0) return { at: wall - offsets[0], sort: "skipped" };
  return { at: Math.min(...fits), sort: fits.length > 1 ? "twice" : "plain" };
}

/**
 * Return the offset of a zone from UTC at an instant, in milliseconds.
 * @param {string} zone
 * @param {number} at
 */
function offset(zone, at) {
  const { year, month, day, hour, minute } = wallOf(zone, at);
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(at / MINUTE) * MINUTE;
}

/**
 * Return the wall-clock date and time of an instant in a zone.
 * @param {string} zone
 * @param {number} at
 */
export function wallOf(zone, at) {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  }).formatToParts(at);
  /** @param {string} type */
  const number = (type) => Number(parts.find((part) => part.type === type)?.value);
  return {
    year: number("year"),
    month: number("month"),
    day: number("day"),
    hour: number("hour"),
    minute: number("minute"),
  };
}

/**
 * Format an instant in a zone, with the zone's offset from UTC.
 * @param {number} at
 * @param {string} zone
 * @param {import("./data.js").Language} language
 */
export function formatTime(at, zone, language) {
  const tongue = language === "zh" ? "zh-CN" : "en-GB";
  const date = new Intl.DateTimeFormat(tongue, {
    timeZone: zone,
    year: "numeric",
    month: language === "zh" ? "long" : "short",
    day: "numeric",
    weekday: "short",
  });
  return `${date.format(at)} ${clockOf(at, zone)} (${distance(at, zone)})`;
}

/**
 * Format an instant in figures alone, the same in every language: 2027-03-18 09:30 (Europe/Berlin, GMT+1).
 * @param {number} at
 * @param {string} zone
 */
export function inFigures(at, zone) {
  const { year, month, day } = wallOf(zone, at);
  return `${[year, month, day].map(twoDigits).join("-")} ${clockOf(at, zone)} (${zone}, ${distance(at, zone)})`;
}

/** @param {number} at @param {string} zone */
function clockOf(at, zone) {
  const { hour, minute } = wallOf(zone, at);
  return `${twoDigits(hour)}:${twoDigits(minute)}`;
}

/** @param {number} at @param {string} zone */
function distance(at, zone) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: zone, timeZoneName: "shortOffset" }).formatToParts(at);
  return parts.find((part) => part.type === "timeZoneName")?.value ?? zone;
}

/** @param {number} number */
const twoDigits = (number) => String(number).padStart(2, "0");

/**
 * Return whether a contact is open during a whole span; true without office hours.
 * @param {import("./data.js").Contact} contact
 * @param {number} from
 * @param {number} until
 * @param {import("../contacts/office_hours.js").HolidayLists} [lists]
 */
export function atWork(contact, from, until, lists = {}) {
  const rules = readHours(contact.schedule);
  if (rules.length === 0) return true;
  const holidays = joinHolidays(lists, contact.holidays);
  return openings(rules, contact.zone, from, 2, holidays).some(({ start, end }) => start <= from && until <= end);
}
