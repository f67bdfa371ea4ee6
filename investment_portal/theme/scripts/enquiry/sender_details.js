// What a reader's own device keeps about its owner, if and as long as that person says so.
import { forget, keep, recall } from "../lib/storage.js";
import { fieldOf } from "./answers.js";

const PLACE = "brief-about-me";
const LONGEST = 300;

/**
 * Fills in what was kept, and keeps or forgets it as the box says.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} box
 * @param {string[]} names the fields that may be kept
 * @param {(remembered: boolean) => void} failed called where the browser keeps nothing
 */
export function remember(form, box, names, failed) {
  const known = recall(PLACE, isRecord, {});
  box.checked = Object.keys(known).length > 0;
  for (const name of names) {
    const value = Object.hasOwn(known, name) ? known[name] : "";
    if (typeof value === "string" && value) fieldOf(form, name).value = value.slice(0, LONGEST);
  }
  const save = () => {
    if (!box.checked) return forget(PLACE);
    const kept = keep(
      PLACE,
      Object.fromEntries(names.map((name) => [name, fieldOf(form, name).value.slice(0, LONGEST)])),
    );
    if (!kept) box.checked = false;
    failed(kept);
  };
  form.addEventListener("change", save);
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
