// Free times of a contact for a video meeting: its hours without holidays and days off, in both time zones.
import { clock, dateIn, joinHolidays, openings, readHours } from "../contacts/office_hours.js";

/** @typedef {import("./data.js").Contact} Contact */

const MINUTE = 60_000;

/**
 * Return the beginnings of free times from the contact's next day on, in order.
 * @param {Contact} contact
 * @param {number} now
 * @param {import("../contacts/office_hours.js").HolidayLists} lists
 * @returns {number[]}
 */
export function freeTimes(contact, now, lists) {
  const { times, days, minutes, ahead, off } = contact.slots;
  const length = minutes * MINUTE;
  const open = openings(
    readHours(times || contact.schedule),
    contact.zone,
    now,
    ahead,
    joinHolidays(lists, contact.holidays),
  );
  const today = dateIn(contact.zone, now);
  const weekdays = new Set(readHours(`${days} 00:00-24:00`).flatMap((rule) => rule.days));
  // Work on a make-up day is on a weekend: it counts where the slots are those of working days.
  const worked = joinHolidays(lists, contact.holidays).work;
  const free = [];
  for (const { start, end } of open)
    for (let at = start; at + length <= end; at += length) {
      const date = dateIn(contact.zone, at);
      const weekday = new Date(`${date}T00:00Z`).getUTCDay();
      if (date > today && !off.includes(date) && (weekdays.has(weekday) || worked.includes(date))) free.push(at);
    }
  return free;
}

/**
 * Group instants by their date in a zone.
 * @param {number[]} times
 * @param {string} zone
 * @returns {[string, number[]][]}
 */
export function byDay(times, zone) {
  /** @type {Map<string, number[]>} */
  const days = new Map();
  for (const at of times) {
    const date = dateIn(zone, at);
    days.set(date, [...(days.get(date) ?? []), at]);
  }
  return [...days];
}

/** @param {number} at @param {string} zone the time, with the day where it differs from that of `other` @param {string} other @param {string} locale */
export function timeThere(at, zone, other, locale) {
  if (dateIn(zone, at) === dateIn(other, at)) return clock(zone, at);
  const day = new Intl.DateTimeFormat(locale, { timeZone: zone, weekday: "short" }).format(at);
  return `${day} ${clock(zone, at)}`;
}
