// The finished enquiry and the ways to send it; the reader sends it, never the page.
import { find, make, formatMessage } from "../lib/dom.js";
import { draw, encode } from "../lib/qr.js";
import { copyText } from "../lib/clipboard.js";
import { recipient } from "./recipients.js";
import { download } from "../lib/download.js";
import { mailLink } from "./mailto.js";
import { laySheet } from "./print_sheet.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./compose.js").Brief} Brief
 * @typedef {import("./recipients.js").Leg} Leg
 */

/** Bytes of a QR code that a phone still reads from a screen, and of one that it reads easily. */
const MOST = 1000;
const FEW = 500;

/**
 * Run the panel; `calendar` returns the calendar file of an enquiry, where it has one.
 * @param {Data} data
 * @param {((brief: Brief) => string) | null} calendar
 */
export function runPanel(data, calendar) {
  const { words, language } = data;
  const panel = find(".enquiry-panel");
  const said = find(".enquiry-status", panel);
  const text = find(".enquiry-text", panel);
  const figure = find(".enquiry-code", panel);
  const sheet = find(".enquiry-sheet");
  /** @type {HTMLAnchorElement} */
  const mail = find("[data-action='mail']", panel);
  /** @type {Brief | null} */
  let current = null;
  let mailed = 0;

  /** @param {string} way @param {(brief: Brief) => void} act */
  const on = (way, act) => {
    for (const button of panel.querySelectorAll(`[data-action='${way}']`))
      button.addEventListener("click", () => current && act(current));
  };

  on("mail", async (brief) => {
    // The first two bodies are complete; for the others the full text is copied, and the reader told to paste it.
    const cutShort = [words.mail_short, words.mail_paste][mailed - 2];
    said.textContent = !cutShort
      ? words.mail_opened
      : (await copyText(brief.full, text))
        ? cutShort
        : words.copy_failed;
  });
  on("copy", async (brief) => {
    said.textContent = (await copyText(brief.full, text)) ? words.copied : words.copy_failed;
  });
  on("code", (brief) => {
    const { code, whole } = codeOf(brief);
    figure.replaceChildren(
      ...(code ? [draw(code, words.qr_label), make("figcaption", {}, whole ? words.qr_whole : words.qr_part)] : []),
    );
    figure.hidden = !code;
    said.textContent = code ? words.qr_shown : words.qr_too_long;
  });
  on("print", () => print());
  on("file", (brief) => {
    download(`${brief.reference}.txt`, `${brief.full.replaceAll("\n", "\r\n")}\r\n`, "text/plain");
    said.textContent = words.saved;
  });
  on("calendar", (brief) => {
    if (calendar) download(`${brief.reference}.ics`, calendar(brief), "text/calendar");
    said.textContent = words.saved;
  });

  return {
    /**
     * Show an enquiry and its recipient.
     * @param {Brief} brief
     * @param {Leg[]} legs
     */
    show(brief, legs) {
      if (current?.full !== brief.full) {
        figure.hidden = true;
        said.textContent = "";
      }
      current = brief;
      const desk = recipient(legs)?.desk;
      const link = mailLink(desk?.mail ?? "", brief.subject, [
        brief.full,
        brief.plain,
        brief.short,
        formatMessage(words.paste, { reference: brief.reference }),
      ]);
      mail.href = link.href;
      mailed = link.chosen;
      find(".enquiry-reference", panel).textContent = brief.reference;
      find(".enquiry-to", panel).textContent = desk
        ? formatMessage(desk.mail ? words.goes_to : words.goes_to_phone, {
            desk: desk.name[language],
            mail: desk.mail,
            phone: desk.phone,
          })
        : words.no_desk;
      text.textContent = brief.full;
      laySheet(sheet, data, brief, desk, codeOf(brief).code);
      panel.hidden = false;
      document.documentElement.classList.add("enquiry-ready");
    },
    hide() {
      current = null;
      panel.hidden = true;
      sheet.replaceChildren();
      document.documentElement.classList.remove("enquiry-ready");
    },
    focus() {
      find("h2", panel).focus();
    },
  };
}

/**
 * Return the QR code of the longest text that a phone can read; none where even the minimal text is too long.
 * @param {Brief} brief
 */
function codeOf(brief) {
  for (const text of [brief.plain, brief.short, brief.least]) {
    const bytes = new TextEncoder().encode(text).length;
    if (bytes <= MOST) return { code: encode(text, { level: bytes <= FEW ? "M" : "L" }), whole: text === brief.plain };
  }
  return { code: null, whole: false };
}
