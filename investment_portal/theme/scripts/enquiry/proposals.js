// Proposed times for a meeting, shown in the time zones of both sides.
import { find, formatMessage, make, setChildren } from "../lib/dom.js";
import { calendarOf } from "./calendar_file.js";
import { dateIn, clock as clockIn } from "../contacts/office_hours.js";
import { byDay, freeTimes, timeThere } from "./slots.js";
import { atWork, inFigures, instant, ownZone, formatTime } from "./time_zones.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Contact} Contact
 * @typedef {import("./page.js").Extension} Extension
 * @typedef {{from: number, until: number, sort: string}} Span
 * @typedef {{date: HTMLInputElement, time: HTMLInputElement, status: HTMLElement, at: number}} Row
 */

const MINUTE = 60_000;
const FIRST_DAYS = 3;

/**
 * Run the rows of proposed times.
 * @param {Data} data
 * @param {() => void} changed
 * @returns {Extension}
 */
export function proposeTimes(data, changed) {
  const { words, language } = data;
  const ownZoneName = ownZone();
  /** @type {Contact | undefined} */
  let contact;
  /** @type {HTMLFormElement} */
  const form = find(".enquiry-form");
  const rows = [...form.querySelectorAll(".proposal")].map((row, at) => ({
    date: /** @type {HTMLInputElement} */ (find("[type='date']", row)),
    time: /** @type {HTMLInputElement} */ (find("[type='time']", row)),
    status: find(".proposal-status", row),
    at: at + 1,
  }));
  /** @type {HTMLSelectElement} */
  const length = find("[name='minutes']", form);
  /** @type {HTMLSelectElement} */
  const clock = find("[name='clock']", form);
  const contactZone = () => contact?.zone ?? data.zone;
  const zone = () => (clock.value === "desk" ? contactZone() : ownZoneName);
  find("option[value='own']", clock).textContent = formatMessage(words.own_clock, { zone: ownZoneName.split("_").join(" ") });

  /** @param {Row} row @returns {Span | null} */
  const spanOf = (row) => {
    const time = instant(row.date.value, row.time.value, zone());
    return time && { from: time.at, until: time.at + Number(length.value) * MINUTE, sort: time.sort };
  };
  const spans = () => rows.map(spanOf).filter((span) => span !== null);

  /** @param {Span} span */
  const inBoth = (span) => {
    const mine = formatTime(span.from, ownZoneName, language);
    const theirs = formatTime(span.from, contactZone(), language);
    return mine === theirs ? mine : formatMessage(words.both_clocks, { own: mine, desk: theirs });
  };

  /** @param {Row} row */
  const describe = (row) => {
    const span = spanOf(row);
    if (!span) return "";
    const doubt =
      span.sort === "skipped"
        ? words.skipped
        : span.sort === "twice"
          ? words.twice
          : contact && !atWork(contact, span.from, span.until, data.holidays)
            ? words.not_at_work
            : "";
    return [inBoth(span), doubt].filter(Boolean).join(" ");
  };
  /** Days of free times that are shown; more on demand. */
  let shownDays = FIRST_DAYS;
  const slotBox = find(".meeting-slots", form);

  function showSlots() {
    const times = contact ? freeTimes(contact, Date.now(), data.holidays) : [];
    const [theirs, locale] = [contactZone(), language === "zh" ? "zh-CN" : "en-GB"];
    find(".meeting-slots-title", slotBox).textContent =
      contact && times.length > 0 ? formatMessage(words.slots, { desk: contact.name[language] }) : words.slots_none;
    const days = byDay(times, ownZoneName);
    const dayName = new Intl.DateTimeFormat(locale, { timeZone: ownZoneName, weekday: "short", month: "short", day: "numeric" });
    setChildren(
      find(".meeting-days", slotBox),
      ...days.slice(0, shownDays).map(([, slots]) =>
        make(
          "div",
          { class: "meeting-day", role: "group", "aria-label": dayName.format(slots[0]) },
          make("p", { class: "meeting-day-name" }, dayName.format(slots[0])),
          ...slots.map((at) => slotButton(at, theirs, locale)),
        ),
      ),
    );
    find(".meeting-more", slotBox).hidden = days.length <= shownDays;
  }

  /** @param {number} at @param {string} theirs @param {string} locale */
  function slotButton(at, theirs, locale) {
    const mine = clockIn(ownZoneName, at);
    const there = timeThere(at, theirs, ownZoneName, locale);
    const text = mine === there ? mine : formatMessage(words.slots_time, { own: mine, desk: there });
    const chosen = spans().some((span) => span.from === at);
    const button = make("button", { type: "button", class: "button button--plain meeting-slot", "aria-pressed": String(chosen) }, text);
    button.addEventListener("click", () => chooseSlot(at));
    return button;
  }

  /** Write a free time into the first proposal that is empty, or take it out again. @param {number} at */
  function chooseSlot(at) {
    const taken = rows.find((row) => spanOf(row)?.from === at);
    const row = taken ?? rows.find((each) => !each.date.value && !each.time.value) ?? rows[rows.length - 1];
    row.date.value = taken ? "" : dateIn(zone(), at);
    row.time.value = taken ? "" : clockIn(zone(), at);
    const minutes = String(contact?.slots.minutes ?? length.value);
    if (![...length.options].some((option) => option.value === minutes))
      length.append(make("option", { value: minutes }, formatMessage(words.slots_minutes, { minutes })));
    length.value = minutes;
    update();
    showSlots();
    find(".meeting-chosen", slotBox).textContent = taken ? "" : formatMessage(words.slots_chosen, { time: row.status.textContent ?? "" });
    changed();
  }

  find(".meeting-more", slotBox).addEventListener("click", () => {
    shownDays += FIRST_DAYS;
    showSlots();
  });
  const update = () => rows.forEach((row) => (row.status.textContent = describe(row)));

  /** @param {Row} row */
  const started = (row) => row.date.value || row.time.value || row.date.validity.badInput || row.time.validity.badInput;

  form.addEventListener("input", update);
  clock.addEventListener("change", changed);
  length.addEventListener("change", changed);

  return {
    group: "proposals",
    faults() {
      const problems = rows.filter(started).flatMap((row) => {
        const span = spanOf(row);
        if (!span) return [{ name: `proposal-${row.at}`, message: words.bad_time }];
        return span.from <= Date.now() ? [{ name: `proposal-${row.at}`, message: words.past }] : [];
      });
      return problems.length === 0 && spans().length === 0 ? [{ name: "proposal-1", message: words.no_time }] : problems;
    },
    lines: () =>
      spans().map((span, at) => ({
        label: { zh: String(at + 1), en: String(at + 1) },
        // In figures, since sender and recipient need not share a language.
        value: `${[...new Set([ownZoneName, contactZone()])]
          .map((zoneName) => inFigures(span.from, zoneName))
          .join(" = ")}, ${length.value} min`,
      })),
    content: () => [
      [
        "proposals",
        spans()
          .map((span) => `${new Date(span.from).toISOString()}/${length.value}`)
          .join(","),
      ],
    ],
    aim(next) {
      contact = next;
      update();
      showSlots();
    },
    calendar(enquiry, who) {
      const video = new FormData(form).get("form") !== "visit";
      const title = `${video ? words.video_title : words.visit_title} [${enquiry.reference}]`;
      return calendarOf(
        {
          number: enquiry.reference,
          host: new URL(data.address).host,
          title,
          text: enquiry.full,
          spans: spans(),
          from: who,
        },
        Date.now(),
      );
    },
  };
}
