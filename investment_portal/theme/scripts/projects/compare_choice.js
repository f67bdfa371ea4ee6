// Projects ticked in the list: a bar at the foot leads to their comparison.
import { formatMessage, make, setChildren } from "../lib/dom.js";
import { pageAddress } from "../lib/page_address.js";

/** As many as the comparison shows. */
const LIMIT = 5;

/**
 * Watch the ticks of a list and show the bar.
 * @param {HTMLElement} root
 * @param {Set<string>} compared
 * @param {Record<string, string>} words
 */
export function compareChoice(root, compared, words) {
  const bar = /** @type {HTMLElement} */ (root.querySelector(".list-compare"));
  const show = () => {
    bar.hidden = compared.size === 0;
    for (const tick of /** @type {NodeListOf<HTMLInputElement>} */ (root.querySelectorAll("[data-tick]"))) {
      const id = tick.dataset.tick ?? "";
      tick.checked = compared.has(id);
      tick.disabled = compared.size >= LIMIT && !tick.checked;
    }
    if (bar.hidden) return;
    const clear = make("button", { type: "button", class: "list-clear" }, words.compare_clear);
    clear.addEventListener("click", () => {
      compared.clear();
      show();
    });
    const address = pageAddress(root.dataset.compare ?? "", [["ids", [...compared].join(",")]]);
    const way =
      compared.size > 1
        ? make("a", { class: "button", href: address }, formatMessage(words.compare_open, { count: compared.size }))
        : make("span", {}, words.compare_one);
    setChildren(bar, way, clear);
  };
  root.addEventListener("change", (event) => {
    const tick = /** @type {HTMLInputElement} */ (event.target);
    const id = tick.dataset.tick;
    if (!id) return;
    if (tick.checked) compared.add(id);
    else compared.delete(id);
    show();
  });
  show();
}
