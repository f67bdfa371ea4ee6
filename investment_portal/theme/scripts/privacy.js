// Says how much the portal has stored in this browser, and deletes all of it on request.
import { find, formatMessage, readJson } from "./lib/dom.js";
import { hasStored, removeStored } from "./lib/storage.js";

const words = /** @type {Record<"some" | "none" | "cleared" | "failed", string>} */ (readJson("#stored-words"));
const keys = (find(".stored").dataset.keys || "").split(" ");
const status = find(".stored-status");
const button = /** @type {HTMLButtonElement} */ (find(".stored-clear"));

/** Say how many entries are stored. */
function count() {
  const stored = keys.filter(hasStored).length;
  status.textContent = stored === 0 ? words.none : formatMessage(words.some, { count: stored });
  button.disabled = stored === 0;
}

button.addEventListener("click", () => {
  keys.forEach(removeStored);
  const done = !keys.some(hasStored);
  status.textContent = done ? words.cleared : words.failed;
  button.disabled = done;
  // A browser announces changes to other windows only: the header of this page follows too.
  dispatchEvent(new StorageEvent("storage", { key: null }));
  status.focus();
});
addEventListener("storage", (event) => {
  if (event.isTrusted) count();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) count();
});
document.querySelector(".reader-settings")?.addEventListener("change", () => setTimeout(count));
count();
