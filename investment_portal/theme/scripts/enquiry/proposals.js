// Proposed times for a meeting, shown in the time zones of both sides.
import { find, formatMessage } from "../lib/dom.js";
import { calendarOf } from "./calendar_file.js";
import { atWork, inFigures, instant, ownZone, formatTime } from "./time_zones.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Contact} Contact
 * @typedef {import("./page.js").Extension} Extension
 * @typedef {{from: number, until: number, sort: string}} Span
 * @typedef {{date: HTMLInputElement, time: HTMLInputElement, status: HTMLElement, at: number}} Row
 */

const MINUTE = 60_000;

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
