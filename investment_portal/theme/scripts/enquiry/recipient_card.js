// The recipient of the enquiry as a card, with the backup contact.
import { formatMessage, make, setChildren } from "../lib/dom.js";
import { entry } from "./data.js";
import { recipient } from "./recipients.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./recipients.js").Leg} Leg
 */

/**
 * Render the recipient; `notes` name the parameters that were ignored, `about` is the event of the enquiry.
 * @param {HTMLElement} element
 * @param {Data} data
 * @param {Leg[]} legs
 * @param {{about: import("./data.js").Both | undefined, notes: string[]}} told
 */
export function showRecipient(element, data, legs, { about, notes }) {
  const { words, language } = data;
  const leg = recipient(legs);
  const notices = notes.map((note) => make("p", { class: "enquiry-note" }, note));
  if (about)
    notices.push(make("p", { class: "enquiry-event" }, formatMessage(words.about_event, { event: about[language] })));
  if (!leg) {
    setChildren(element, ...notices, make("p", {}, words.no_contact));
    return;
  }
  const { contact } = leg;
  const backup = entry(data.contacts, contact.backup) ?? legs.find((other) => other.contact.id !== contact.id)?.contact;
  setChildren(
    element,
    ...notices,
    make("p", { class: "contact-reason" }, leg.reason),
    make(
      "p",
      { class: "contact-name" },
      make("a", { href: contact.href }, contact.name[language]),
      contact.example && " ",
      contact.example && make("span", { class: "badge badge--example" }, words.example),
    ),
    make("p", { class: "contact-role" }, contact.role),
    make(
      "p",
      { class: "contact-links" },
      contact.phone && make("a", { class: "button", href: contact.dial || null }, contact.phone),
      contact.mail && make("a", { href: `mailto:${contact.mail}` }, contact.mail),
    ),
    make("p", { class: "contact-hours" }, [contact.spoken, contact.hours].filter(Boolean).join(" · ")),
    backup
      ? make(
          "p",
          { class: "contact-backup" },
          words.backup,
          make("a", { href: backup.href }, backup.name[language]),
          backup.phone && formatMessage(words.backup_phone, { phone: backup.phone }),
        )
      : "",
  );
}
