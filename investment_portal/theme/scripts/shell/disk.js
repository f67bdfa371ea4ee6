/** Let links lead to a page where a browser would show the listing of a folder: the site may be opened from disk. */
export function leadToFiles() {
  if (location.protocol !== "file:") return;
  // By the attribute, since links inside drawings have no address of their own to read.
  for (const link of document.querySelectorAll("a[href]")) {
    const target = new URL(link.getAttribute("href") || "", document.baseURI);
    if (target.protocol === "file:" && target.pathname.endsWith("/")) {
      target.pathname += "index.html";
      link.setAttribute("href", target.href);
    }
  }
  for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll("form[action$='/']")))
    form.action += "index.html";
}
