// Asks before a link leads to a host outside the allow-list; Escape and the second button stay here.
import { find } from "../lib/dom.js";

/** Ask before a link leads out of the site. Browsers without dialogs lead there at once. */
export function askBeforeLeaving() {
  /** @type {HTMLDialogElement} */
  const dialog = find("#leaving");
  if (!dialog.showModal) return;
  /** @type {HTMLAnchorElement} */
  const go = find(".external-link-go", dialog);
  const where = find(".external-link-host", dialog);
  const hosts = (dialog.dataset.hosts || "").split(" ").filter(Boolean);

  /** @param {HTMLAnchorElement} link */
  function isExternal(link) {
    if (link.protocol !== "http:" && link.protocol !== "https:") return false;
    if (location.protocol !== "file:" && link.host === location.host) return false;
    return !hosts.some((host) => link.hostname === host || link.hostname.endsWith(`.${host}`));
  }

  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || link === go || event.defaultPrevented || !isExternal(link)) return;
    event.preventDefault();
    go.href = link.href;
    // A click with a modifier key opens a new window as usual.
    go.target = event.ctrlKey || event.metaKey || event.shiftKey ? "_blank" : link.target;
    where.textContent = link.hostname;
    dialog.showModal();
  });
  go.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => {
    // A click beside the box is one on the dialog itself.
    if (event.target === dialog) dialog.close();
  });
}
