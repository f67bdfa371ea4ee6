// The finished enquiry and the ways to send it; the reader sends it, never the page.
import { find, formatMessage, make, setChildren } from "../lib/dom.js";
import { copyText } from "../lib/clipboard.js";
import { loadData } from "../lib/data_script.js";
import { recipient } from "./recipients.js";
import { download } from "../lib/download.js";
import { mailLink } from "./mailto.js";
import { renderSheet } from "./print_sheet.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./compose.js").Enquiry} Enquiry
 * @typedef {import("./recipients.js").Leg} Leg
 */

/** Bytes of a QR code that a phone still reads from a screen, and of one that it reads easily. */
const READABLE = 1000;
const EASY = 500;

/**
 * Run the panel; `calendar` returns the calendar file of an enquiry, where it has one.
 * @param {Data} data
 * @param {((enquiry: Enquiry) => string) | null} calendar
 */
export function runPanel(data, calendar) {
  const { words, language } = data;
  const panel = find(".enquiry-panel");
  const status = find(".enquiry-status", panel);
  const text = find(".enquiry-text", panel);
  const figure = find(".enquiry-code", panel);
  const sheet = find(".enquiry-sheet");
  /** @type {HTMLAnchorElement} */
  const mail = find("[data-action='mail']", panel);
  /** @type {Enquiry | null} */
  let current = null;
  let mailed = 0;

  /** Return the QR code as a drawing; none where the script that draws it does not load. @param {Enquiry} enquiry */
  const drawn = async (enquiry) => {
    const qr = await loadData(data.qr, "qr").catch(() => null);
    const { code, whole } = qr ? codeOf(enquiry, qr.encode) : { code: null, whole: false };
    return { drawing: code && qr.draw(code, words.qr_label), whole };
  };

  /** @param {string} way @param {(enquiry: Enquiry) => void} act */
  const on = (way, act) => {
    for (const button of panel.querySelectorAll(`[data-action='${way}']`))
      button.addEventListener("click", () => current && act(current));
  };

  on("mail", async (enquiry) => {
    // The first two bodies are complete; for the others the full text is copied, and a message asks to paste it.
    const cutShort = [words.mail_short, words.mail_paste][mailed - 2];
    status.textContent = !cutShort
      ? words.mail_opened
      : (await copyText(enquiry.full, text))
        ? cutShort
        : words.copy_failed;
  });
  on("copy", async (enquiry) => {
    status.textContent = (await copyText(enquiry.full, text)) ? words.copied : words.copy_failed;
  });
  on("code", async (enquiry) => {
    const { drawing, whole } = await drawn(enquiry);
    setChildren(figure, ...(drawing ? [drawing, make("figcaption", {}, whole ? words.qr_whole : words.qr_part)] : []));
    figure.hidden = !drawing;
    status.textContent = drawing ? words.qr_shown : words.qr_too_long;
  });
  on("print", () => print());
  on("file", (enquiry) => {
    download(`${enquiry.reference}.txt`, `${enquiry.full.split("\n").join("\r\n")}\r\n`, "text/plain");
    status.textContent = words.saved;
  });
  on("calendar", (enquiry) => {
    if (calendar) download(`${enquiry.reference}.ics`, calendar(enquiry), "text/calendar");
    status.textContent = words.saved;
  });

  return {
    /**
     * Show an enquiry and its recipient.
     * @param {Enquiry} enquiry
     * @param {Leg[]} legs
     */
    show(enquiry, legs) {
      if (current?.full !== enquiry.full) {
        figure.hidden = true;
        status.textContent = "";
      }
      current = enquiry;
      const contact = recipient(legs)?.contact;
      const link = mailLink(contact?.mail ?? "", enquiry.subject, [
        enquiry.full,
        enquiry.plain,
        enquiry.short,
        formatMessage(words.paste, { reference: enquiry.reference }),
      ]);
      mail.href = link.href;
      mailed = link.chosen;
      find(".enquiry-reference", panel).textContent = enquiry.reference;
      find(".enquiry-to", panel).textContent = contact
        ? formatMessage(contact.mail ? words.goes_to : words.goes_to_phone, {
            desk: contact.name[language],
            mail: contact.mail,
            phone: contact.phone,
          })
        : words.no_contact;
      text.textContent = enquiry.full;
      renderSheet(sheet, data, enquiry, contact, null);
      drawn(enquiry).then(({ drawing }) => {
        if (current === enquiry && drawing) renderSheet(sheet, data, enquiry, contact, drawing);
      });
      panel.hidden = false;
      document.documentElement.classList.add("enquiry-ready");
    },
    hide() {
      current = null;
      panel.hidden = true;
      setChildren(sheet);
      document.documentElement.classList.remove("enquiry-ready");
    },
    focus() {
      find("h2", panel).focus();
    },
  };
}

/**
 * Return the QR code of the longest text that a phone can read; none where even the minimal text is too long.
 * @param {Enquiry} enquiry
 * @param {typeof import("../lib/qr.js").encode} encode
 */
function codeOf(enquiry, encode) {
  for (const text of [enquiry.plain, enquiry.short, enquiry.least]) {
    const bytes = new TextEncoder().encode(text).length;
    if (bytes <= READABLE) return { code: encode(text, { level: bytes <= EASY ? "M" : "L" }), whole: text === enquiry.plain };
  }
  return { code: null, whole: false };
}
