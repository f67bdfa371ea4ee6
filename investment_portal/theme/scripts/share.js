// Gives the page's address away: by the system's own sharing where there is one, else by the clipboard, else to copy by hand;
// and to a phone beside the screen by the page's code.
import { make } from "./lib/dom.js";
import { datePrints } from "./lib/today.js";
import { toast } from "./lib/toast.js";

datePrints();
document.addEventListener("click", (event) => {
  const button = /** @type {HTMLElement | null} */ (
    /** @type {Element} */ (event.target).closest("[data-share], [data-print]")
  );
  if (button?.hasAttribute("data-print")) print();
  else if (button) void share(button);
});

/** @param {HTMLElement} button */
async function share(button) {
  const address = location.href.replace(/#.*$/, "");
  const { copied = "", copy = "" } = button.dataset;
  document.querySelector(".project-code")?.setAttribute("data-shared", "");
  try {
    if (navigator.share) {
      await navigator.share({ title: document.title, url: address });
      return;
    }
  } catch (error) {
    // Whoever closes the system's own sheet has decided; any other fault leaves the clipboard.
    if (error instanceof DOMException && error.name === "AbortError") return;
  }
  try {
    await navigator.clipboard.writeText(address);
    toast(copied);
  } catch {
    const field = make("input", { class: "toast-address", readonly: true, value: address, "aria-label": copy });
    toast(copy, field);
    field.focus();
    field.select();
  }
}
