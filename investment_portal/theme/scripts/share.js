// Shares the page's address: by the system's share sheet, else the clipboard, else a field to copy from; and shows its
// QR code for a phone beside the screen.
import { make } from "./lib/dom.js";
import { writePrintDates } from "./lib/today.js";
import { showToast } from "./lib/toast.js";

writePrintDates();
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
    // Closing the share sheet is a decision; after any other error the clipboard is tried.
    if (error instanceof DOMException && error.name === "AbortError") return;
  }
  try {
    await navigator.clipboard.writeText(address);
    showToast(copied);
  } catch {
    const field = make("input", { class: "toast-address", readonly: true, value: address, "aria-label": copy });
    showToast(copy, field);
    field.focus();
    field.select();
  }
}
