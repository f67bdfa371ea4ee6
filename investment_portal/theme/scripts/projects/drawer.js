// The filters: in a drawer on a phone, beside the list in a wide window.
import { find, formatMessage, readJson } from "../lib/dom.js";

const WIDE = "(min-width: 60em)";

/**
 * Place the filters by the width of the window.
 * @param {HTMLElement} root
 * @param {HTMLFormElement} filters
 * @param {() => void} clear
 * @returns {{update: (projects: string, chosen: number) => void}}
 */
export function drawer(root, filters, clear) {
  /** @type {Record<string, string>} */
  const words = readJson(".list-messages");
  /** @type {HTMLDialogElement} */
  const dialog = find(".list-drawer", root);
  const opener = find(".list-open", root);
  const wide = matchMedia(WIDE);
  const place = () => {
    if (wide.matches && dialog.open) dialog.close();
    find(wide.matches ? ".list-side" : ".list-drawer__body", root).append(filters);
  };
  wide.addEventListener("change", place);
  place();
  opener.addEventListener("click", () => dialog.showModal());
  find(".list-drawer__close", dialog).addEventListener("click", () => dialog.close());
  find(".list-drawer__clear", dialog).addEventListener("click", clear);
  find(".list-drawer__show", dialog).addEventListener("click", () => {
    dialog.close();
    find(".list-bar", root).scrollIntoView();
  });
  // A click beside the drawer closes it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return {
    update(projects, chosen) {
      find(".list-drawer__show", dialog).textContent = formatMessage(words.show, { projects });
      opener.textContent = chosen > 0 ? formatMessage(words.filters_on, { count: chosen }) : words.filters;
    },
  };
}
