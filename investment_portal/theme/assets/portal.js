// Opened from disk, a browser shows a folder's listing where a server would give its page: lead links to the page itself.
if (location.protocol === "file:") {
  // By the attribute, since links inside drawings have no address of their own to read.
  for (const link of document.querySelectorAll("a[href]")) {
    const target = new URL(link.getAttribute("href") ?? "", document.baseURI);
    if (target.protocol === "file:" && target.pathname.endsWith("/")) {
      target.pathname += "index.html";
      link.setAttribute("href", target.href);
    }
  }
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[action$='/']")))
    form.action += "index.html";
}

// A slash leads to the search from anywhere, but not out of a text that somebody is writing.
document.addEventListener("keydown", (event) => {
  const target = /** @type {Element} */ (event.target);
  if (
    event.key !== "/" ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    target.closest("input, textarea, select, [contenteditable]")
  )
    return;
  // The search page's own box comes before the one in the header above it.
  const boxes = ["#search-words", ".portal-search input", ".portal-search-link"].map(
    (one) => /** @type {HTMLElement | null} */ (document.querySelector(one)),
  );
  const reached = boxes.find((one) => one?.checkVisibility());
  if (!reached) return;
  event.preventDefault();
  reached.focus();
});

// The other language shows what this page's address asks for: filters, a choice of projects, words searched for.
const twin = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a.portal-language"));
for (const event of ["pointerdown", "focus", "click"])
  twin?.addEventListener(event, () => (twin.search = location.search));

// The menu of narrow windows: its button opens the drawer, Escape closes it and gives the focus back.
const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
const menu = /** @type {HTMLElement | null} */ (document.querySelector(".portal-menu"));
if (drawer && menu) {
  menu.addEventListener("click", () => drawer.click());
  drawer.addEventListener("change", () => menu.setAttribute("aria-expanded", String(drawer.checked)));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && drawer.checked) {
      drawer.click();
      menu.focus();
    }
  });
}
