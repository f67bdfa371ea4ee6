// The page at a former address: redirects to the new one with parameters and fragment.
const link = /** @type {HTMLAnchorElement | null} */ (document.querySelector("a[href]"));
if (link) {
  const target = new URL(link.href);
  if (target.protocol === "file:" && target.pathname.endsWith("/")) target.pathname += "index.html";
  target.search = location.search;
  target.hash = location.hash;
  location.replace(target);
}
