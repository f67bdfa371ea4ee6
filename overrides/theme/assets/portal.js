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
}

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
