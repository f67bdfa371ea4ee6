// The sender's own details, stored in the browser if and as long as the sender wants.
import { readStored, removeStored, writeStored } from "../lib/storage.js";
import { fieldOf } from "./answers.js";

const PLACE = "brief-about-me";
const LONGEST = 300;

/**
 * Fill in the stored details, and store or remove them as the checkbox says.
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} box
 * @param {string[]} names the fields that may be stored
 * @param {(remembered: boolean) => void} failed called with false where the browser stores nothing
 */
export function remember(form, box, names, failed) {
  const known = readStored(PLACE, isRecord, {});
  box.checked = Object.keys(known).length > 0;
  for (const name of names) {
    const value = Object.hasOwn(known, name) ? known[name] : "";
    if (typeof value === "string" && value) fieldOf(form, name).value = value.slice(0, LONGEST);
  }
  const save = () => {
    if (!box.checked) return removeStored(PLACE);
    const kept = writeStored(
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
