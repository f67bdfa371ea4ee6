// Print what is folded away, where the page marks it as needed on paper.

const FOLDED = "details[data-printed]:not([open])";

/** Open marked details for printing, and close them again afterwards. */
export function printDetails() {
  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [.../** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(FOLDED))];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
  });
}
