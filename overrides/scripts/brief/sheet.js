// The brief on paper: one sheet with the number, the answers, the desk and a code, which only the printer shows.
import { draw } from "../lib/qr.js";
import { make } from "../lib/dom.js";

/**
 * @typedef {import("./data.js").Data} Data
 * @typedef {import("./compose.js").Brief} Brief
 */

/**
 * Lays the sheet out anew.
 * @param {HTMLElement} room
 * @param {Data} data
 * @param {Brief} brief
 * @param {import("../lib/qr.js").Code | null} code
 */
export function laySheet(room, data, brief, code) {
  const { language, words } = data;
  /** @param {import("./data.js").Both | string} text */
  const own = (text) => (typeof text === "string" ? text : text[language]);
  room.replaceChildren(
    make(
      "header",
      { class: "sheet-top" },
      make("div", {}, make("p", {}, data.portal[language]), make("p", { class: "sheet-title" }, data.title[language]), make("p", { class: "sheet-number" }, `${data.labels.reference[language]} ${brief.reference}`)),
      code && draw(code, words.qr_label),
    ),
    ...brief.parts.map((part) =>
      make(
        "section",
        {},
        make("h3", {}, own(part.title)),
        make("dl", { class: "facts" }, ...part.lines.map((line) => make("div", {}, make("dt", {}, own(line.label)), make("dd", {}, own(line.value), line.below && make("small", {}, line.below))))),
      ),
    ),
    make("p", { class: "sheet-foot" }, words.printed),
  );
}
