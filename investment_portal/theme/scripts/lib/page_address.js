// Addresses of the portal's own pages, for links created by scripts.

/**
 * Return the address of a page with parameters; opened from disk, it names the folder's index.html.
 * @param {string} page
 * @param {Iterable<[string, string]>} [parameters]
 * @returns {string}
 */
export function pageAddress(page, parameters = []) {
  const query = new URLSearchParams([...parameters].filter(([, value]) => value !== ""))
    .toString()
    .split("%2C").join(",");
  return page + (location.protocol === "file:" && page.endsWith("/") ? "index.html" : "") + (query ? `?${query}` : "");
}
