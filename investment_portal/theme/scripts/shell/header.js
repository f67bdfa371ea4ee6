/** Let a slash lead to the search from anywhere but a text that somebody is writing. */
export function reachSearch() {
  document.addEventListener("keydown", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (target.closest("input, textarea, select, [contenteditable]")) return;
    // The search page's own box comes before the one in the header above it.
    const boxes = ["#search-words", ".portal-search input", ".portal-search-link"].map(
      (selector) => /** @type {HTMLElement | null} */ (document.querySelector(selector)),
    );
    const shown = boxes.find((box) => box && box.getClientRects().length > 0);
    if (!shown) return;
    event.preventDefault();
    shown.focus();
  });
}

/** Let the other language show what this page's address asks for: filters, a choice of projects, words searched for. */
export function takeQueryAlong() {
  const twin = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.portal-language"));
  if (!twin) return;
  for (const name of ["pointerdown", "focus", "click"])
    twin.addEventListener(name, () => {
      twin.search = location.search;
    });
}
