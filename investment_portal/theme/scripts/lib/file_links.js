// Links that a script makes or unfolds after the page stands.

/**
 * Opened from disk, a browser shows a folder's listing where a server would give its page: leads links to the page itself.
 * @param {ParentNode} within
 */
export function leadToPages(within) {
  if (location.protocol !== "file:") return;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (within.querySelectorAll("a[href]"))) {
    const target = new URL(link.href);
    if (target.protocol === "file:" && target.pathname.endsWith("/")) {
      target.pathname += "index.html";
      link.href = target.href;
    }
  }
}
