// Contacts on a page: whether each is open now, and a button that copies its WeChat number.
import { readJson, find } from "./lib/dom.js";
import { copyText } from "./lib/clipboard.js";
import { watchContacts } from "./contacts/status.js";

function run() {
  watchContacts(document);
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll(".contact-copy:not([data-ready])")
  )) {
    button.dataset.ready = "";
    button.addEventListener("click", async () => {
      const words = readJson(".contact-words");
      const done = await copyText(button.dataset.copy ?? "");
      find(".contact-copied", button.parentElement ?? document).textContent = done ? words.copied : words.copy_by_hand;
    });
  }
}

run();
// A contact's own page runs this before the contacts beside it are parsed.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", run);
