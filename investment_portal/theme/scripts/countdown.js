// Shows beside a last day how many days are left, by the calendar of the portal's time zone.
import { readJson, formatMessage } from "./lib/dom.js";
import { clockTime, today } from "./lib/today.js";

const DAY = 86_400_000;
/** @type {Record<string, string>} */
const words = readJson(".countdown-words");
const now = today(words.zone);

for (const place of /** @type {NodeListOf<HTMLTimeElement>} */ (document.querySelectorAll("time.days-left"))) {
  const {
    dateTime: until,
    dataset: { from, hour, past = from === undefined ? "ended" : "closed" },
  } = place;
  if (from !== undefined && now < from) continue;
  if (now > until || (now === until && hour !== undefined && clockTime(words.zone) >= hour)) place.textContent = words[past];
  else
    place.textContent =
      (from === undefined ? "" : words.open + words.separator) + daysLeft((Date.parse(until) - Date.parse(now)) / DAY);
}

/** @param {number} count */
function daysLeft(count) {
  if (count === 0) return words.last;
  return formatMessage(count === 1 ? words.left_one : words.left, { count });
}
