// Proposed times for a meeting, shown in the time zones of both sides.
import { find, formatMessage } from "../lib/dom.js";
import { calendarOf } from "./calendar_file.js";
import { atWork, inFigures, instant, ownZone, written } from "./time_zones.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./data.js").Desk} Desk
 * @typedef {import("./page.js").Special} Special
 * @typedef {{from: number, until: number, sort: string}} Span
 * @typedef {{date: HTMLInputElement, time: HTMLInputElement, said: HTMLElement, at: number}} Row
 */

const MINUTE = 60_000;

/**
 * Run the rows of proposed times.
 * @param {Data} data
 * @param {() => void} changed
 * @returns {Special}
 */
export function proposeTimes(data, changed) {
  const { words, language } = data;
  const own = ownZone();
  /** @type {Desk | undefined} */
  let desk;
  /** @type {HTMLFormElement} */
  const form = find(".enquiry-form");
  const rows = [...form.querySelectorAll(".proposal")].map((row, at) => ({
    date: /** @type {HTMLInputElement} */ (find("[type='date']", row)),
    time: /** @type {HTMLInputElement} */ (find("[type='time']", row)),
    said: find(".proposal-status", row),
    at: at + 1,
  }));
  /** @type {HTMLSelectElement} */
  const length = find("[name='minutes']", form);
  /** @type {HTMLSelectElement} */
  const clock = find("[name='clock']", form);
  const deskZone = () => desk?.zone ?? data.zone;
  const zone = () => (clock.value === "desk" ? deskZone() : own);
  find("option[value='own']", clock).textContent = formatMessage(words.own_clock, { zone: own.replaceAll("_", " ") });

  /** @param {Row} row @returns {Span | null} */
  const spanOf = (row) => {
    const found = instant(row.date.value, row.time.value, zone());
    return found && { from: found.at, until: found.at + Number(length.value) * MINUTE, sort: found.sort };
  };
  const spans = () => rows.map(spanOf).filter((span) => span !== null);

  /** @param {Span} span */
  const inBoth = (span) => {
    const mine = written(span.from, own, language);
    const theirs = written(span.from, deskZone(), language);
    return mine === theirs ? mine : formatMessage(words.both_clocks, { own: mine, desk: theirs });
  };

  /** @param {Row} row */
  const tell = (row) => {
    const span = spanOf(row);
    if (!span) return "";
    const doubt =
      span.sort === "skipped"
        ? words.skipped
        : span.sort === "twice"
          ? words.twice
          : desk && !atWork(desk, span.from, span.until)
            ? words.not_at_work
            : "";
    return [inBoth(span), doubt].filter(Boolean).join(" ");
  };
  const tellAll = () => rows.forEach((row) => (row.said.textContent = tell(row)));

  /** @param {Row} row */
  const started = (row) => row.date.value || row.time.value || row.date.validity.badInput || row.time.validity.badInput;

  form.addEventListener("input", tellAll);
  clock.addEventListener("change", changed);
  length.addEventListener("change", changed);

  return {
    group: "proposals",
    faults() {
      const found = rows.filter(started).flatMap((row) => {
        const span = spanOf(row);
        if (!span) return [{ name: `proposal-${row.at}`, said: words.bad_time }];
        return span.from <= Date.now() ? [{ name: `proposal-${row.at}`, said: words.past }] : [];
      });
      return found.length === 0 && spans().length === 0 ? [{ name: "proposal-1", said: words.no_time }] : found;
    },
    lines: () =>
      spans().map((span, at) => ({
        label: { zh: String(at + 1), en: String(at + 1) },
        // In figures, since sender and recipient need not share a language.
        value: `${[...new Set([own, deskZone()])].map((one) => inFigures(span.from, one)).join(" = ")}, ${length.value} min`,
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
      desk = next;
      tellAll();
    },
    calendar(brief, who) {
      const video = new FormData(form).get("form") !== "visit";
      const title = `${video ? words.video_title : words.visit_title} [${brief.reference}]`;
      return calendarOf(
        {
          number: brief.reference,
          host: new URL(data.address).host,
          title,
          text: brief.full,
          spans: spans(),
          from: who,
        },
        Date.now(),
      );
    },
  };
}
