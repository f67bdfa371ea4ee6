// On a phone the filters wait in a drawer that the thumb reaches; in a wide window they stand beside the list.
import { find, say, dataOf } from "../lib/dom.js";

const WIDE = "(min-width: 60em)";

/**
 * Moves the filters to where the window has room for them.
 * @param {HTMLElement} root
 * @param {HTMLFormElement} filters
 * @param {() => void} clear
 * @returns {{say: (projects: string, chosen: number) => void}}
 */
export function drawer(root, filters, clear) {
  /** @type {Record<string, string>} */
  const words = dataOf(".list-messages");
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
  // A press beside the drawer closes it.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  return {
    say(projects, chosen) {
      find(".list-drawer__show", dialog).textContent = say(words.show, { projects });
      opener.textContent = chosen > 0 ? say(words.filters_on, { count: chosen }) : words.filters;
    },
  };
}
