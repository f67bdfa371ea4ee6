// Addresses of the portal's own pages, for links that a script makes.

/**
 * Gives the address of a page with what follows it: from disk a browser must be led to the page itself, not to its folder.
 * @param {string} page
 * @param {Iterable<[string, string]>} [asked]
 * @returns {string}
 */
export function pageAddress(page, asked = []) {
  const query = new URLSearchParams([...asked].filter(([, value]) => value !== "")).toString().replaceAll("%2C", ",");
  return page + (location.protocol === "file:" && page.endsWith("/") ? "index.html" : "") + (query ? `?${query}` : "");
}
