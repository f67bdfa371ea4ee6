// The recipient of the enquiry as a card, with the backup contact.
import { make, formatMessage } from "../lib/dom.js";
import { entry } from "./data.js";
import { recipient } from "./recipients.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./recipients.js").Leg} Leg
 */

/**
 * Render the recipient; `notes` say what of the address was ignored, `about` is the event of the enquiry.
 * @param {HTMLElement} room
 * @param {Data} data
 * @param {Leg[]} legs
 * @param {{about: import("./data.js").Both | undefined, notes: string[]}} told
 */
export function showDesk(room, data, legs, { about, notes }) {
  const { words, language } = data;
  const leg = recipient(legs);
  const said = notes.map((note) => make("p", { class: "enquiry-note" }, note));
  if (about)
    said.push(make("p", { class: "enquiry-event" }, formatMessage(words.about_event, { event: about[language] })));
  if (!leg) {
    room.replaceChildren(...said, make("p", {}, words.no_desk));
    return;
  }
  const { desk } = leg;
  const standing = entry(data.contacts, desk.backup) ?? legs.find((one) => one.desk.id !== desk.id)?.desk;
  room.replaceChildren(
    ...said,
    make("p", { class: "contact-reason" }, leg.reason),
    make(
      "p",
      { class: "contact-name" },
      make("a", { href: desk.href }, desk.name[language]),
      desk.example && " ",
      desk.example && make("span", { class: "badge badge--example" }, words.example),
    ),
    make("p", { class: "contact-role" }, desk.role),
    make(
      "p",
      { class: "contact-links" },
      desk.phone && make("a", { class: "button", href: desk.dial }, desk.phone),
      desk.mail && make("a", { href: `mailto:${desk.mail}` }, desk.mail),
    ),
    make("p", { class: "contact-hours" }, [desk.spoken, desk.hours].filter(Boolean).join(" · ")),
    standing
      ? make(
          "p",
          { class: "contact-backup" },
          words.backup,
          make("a", { href: standing.href }, standing.name[language]),
          standing.phone && formatMessage(words.backup_phone, { phone: standing.phone }),
        )
      : "",
  );
}
