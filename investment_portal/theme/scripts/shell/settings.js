import { find } from "../lib/dom.js";
import { readStored, removeStored, storedName, writeStored } from "../lib/storage.js";
import { disclose } from "./disclosure.js";
import { setUpReading } from "./read_aloud.js";

const NAME = "reader-settings";
const SCHEMES = ["default", "slate", "contrast"];
const DARK = matchMedia("(prefers-color-scheme: dark)");

/**
 * @typedef {{ colours?: string, care?: boolean }} Settings
 * @param {unknown} value
 * @returns {value is Settings}
 */
function areSettings(value) {
  return typeof value === "object" && value !== null;
}

/** Let the reader set colours and the care mode; they are stored from the first choice on, for both languages. */
export function setUpSettings() {
  const area = /** @type {HTMLElement | null} */ (document.querySelector(".reader-settings"));
  if (!area) return;
  const root = document.documentElement;
  const button = /** @type {HTMLButtonElement} */ (find("button", area));
  const panel = /** @type {HTMLElement} */ (find(".reader-settings__panel", area));
  const care = /** @type {HTMLInputElement} */ (find("input[name=care]", area));
  const radios = /** @type {HTMLInputElement[]} */ (Array.from(area.querySelectorAll("input[name=colours]")));
  const readChoice = () => {
    const stored = readStored(NAME, areSettings, {});
    for (const radio of radios) radio.checked = radio.value === (stored.colours || "auto");
    care.checked = stored.care === true;
  };
  readChoice();

  const chosen = () => (radios.find((radio) => radio.checked) || radios[0]).value;
  const show = () => {
    const colours = chosen();
    const scheme = SCHEMES.includes(colours) ? colours : DARK.matches ? "slate" : "default";
    root.setAttribute("data-md-color-scheme", scheme);
    root.classList.toggle("care", care.checked);
  };
  area.addEventListener("change", () => {
    show();
    const colours = chosen();
    if (colours === "auto" && !care.checked) removeStored(NAME);
    else writeStored(NAME, { colours, care: care.checked });
  });
  DARK.addListener(show);
  addEventListener("storage", (event) => {
    if (event.key !== null && event.key !== storedName(NAME)) return;
    readChoice();
    show();
  });
  show();
  disclose(button, area, (open) => {
    panel.hidden = !open;
  });
  setUpReading(/** @type {HTMLButtonElement} */ (find(".read-aloud", area)));
  area.hidden = false;
}
