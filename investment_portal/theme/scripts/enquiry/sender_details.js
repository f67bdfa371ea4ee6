// The sender's own details, stored in the browser if and as long as the sender wants.
import { has } from "../lib/collections.js";
import { readStored, removeStored, writeStored } from "../lib/storage.js";
import { fieldOf } from "./answers.js";

const PLACE = "brief-about-me";
const LONGEST = 300;

/**
 * Fill in the stored details, and store them while the checkbox is checked, else remove them.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} box
 * @param {string[]} names the fields that may be stored
 * @param {(remembered: boolean) => void} onStored called with false where the browser stores nothing
 */
export function remember(form, box, names, onStored) {
  const stored = readStored(PLACE, isRecord, {});
  box.checked = Object.keys(stored).length > 0;
  for (const name of names) {
    const value = has(stored, name) ? stored[name] : "";
    if (typeof value === "string" && value) fieldOf(form, name).value = value.slice(0, LONGEST);
  }
  const save = () => {
    if (!box.checked) return removeStored(PLACE);
    const done = writeStored(
      PLACE,
      Object.fromEntries(names.map((name) => [name, fieldOf(form, name).value.slice(0, LONGEST)])),
    );
    if (!done) box.checked = false;
    onStored(done);
  };
  form.addEventListener("change", save);
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
