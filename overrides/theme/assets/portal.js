// Opened from disk, a browser shows a folder's listing where a server would give its page: lead links to the page itself.
if (location.protocol === "file:") {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("a[href]"))) {
    const target = new URL(link.href);
    if (target.protocol === "file:" && target.pathname.endsWith("/")) {
      target.pathname += "index.html";
      link.href = target.href;
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
