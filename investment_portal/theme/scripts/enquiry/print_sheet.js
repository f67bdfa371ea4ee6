// The enquiry on paper: one sheet with the reference, the answers, the recipient and a QR code, shown in print only.
import { make, setChildren } from "../lib/dom.js";
import { otherOf } from "./data.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./compose.js").Enquiry} Enquiry
 */

/**
 * Render the sheet; the code is left out until it is drawn.
 * @param {HTMLElement} element
 * @param {Data} data
 * @param {Enquiry} enquiry
 * @param {import("./data.js").Contact | undefined} contact
 * @param {Element | null} code
 */
export function renderSheet(element, data, enquiry, contact, code) {
  const { language, words } = data;
  const other = otherOf(data);
  /** Return a text in the sender's language, then smaller in the recipient's. @param {import("./data.js").Both | string} text */
  const both = (text) => {
    if (typeof text === "string") return [text];
    return text[language] === text[other]
      ? [text[language]]
      : [text[language], make("small", { lang: other }, text[other])];
  };
  setChildren(
    element,
    make(
      "header",
      { class: "enquiry-sheet-head" },
      make(
        "div",
        {},
        make("p", {}, data.portal[language]),
        make("p", { class: "enquiry-sheet-title" }, both(data.title)),
        make("p", { class: "enquiry-sheet-reference" }, `${data.labels.reference[language]} ${enquiry.reference}`),
      ),
      code,
    ),
    ...(contact
      ? [
          make(
            "p",
            { class: "enquiry-sheet-recipient" },
            make("strong", {}, both(contact.name)),
            ...[contact.mail, contact.phone, contact.hours].filter(Boolean).map((detail) => make("span", {}, detail)),
          ),
        ]
      : []),
    ...enquiry.parts.map((part) =>
      make(
        "section",
        {},
        make("h3", {}, both(part.title)),
        make(
          "dl",
          { class: "facts" },
          ...part.lines.map((line) =>
            make(
              "div",
              {},
              make("dt", {}, both(line.label)),
              make("dd", {}, both(line.value), line.below && make("small", {}, line.below)),
            ),
          ),
        ),
      ),
    ),
    make("p", { class: "enquiry-sheet-foot" }, words.printed),
  );
}
