// Links that a script adds to a page opened from disk.

/**
 * Make links to folders lead to their index.html: opened from disk, a browser would list the folder.
 * @param {ParentNode} within
 */
export function linkToIndexFiles(within) {
  if (location.protocol !== "file:") return;
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (within.querySelectorAll("a[href]"))) {
    const target = new URL(link.href);
    if (target.protocol === "file:" && target.pathname.endsWith("/")) {
      target.pathname += "index.html";
      link.href = target.href;
    }
  }
}
